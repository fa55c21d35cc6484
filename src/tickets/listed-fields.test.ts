import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsContact } from '#db/read-as.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { giveValue } from '../../test/helpers/give-value.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { loadRequestList } from './portal-list-page.ts';
import { everyRequest } from './request-query.ts';

// A page settles what may be asked when it begins; a file of many pages goes on asking.
test.each([
  ['shown in the list', 'in_list = 1', 1],
  ['shut to contacts', "portal_access = 'none'", 0],
  ['retired', 'retired_at = 1', 0],
  ['in the list no more', 'in_list = 0', 0],
])('by a field that is %s the list finds and shows as much as it may', async (_what, set, count) => {
  const { tenant, nora } = await newDesk();
  const field = await newField(tenant, { key: 'topic', inList: true, access: 'read' });
  const number = await nora.open();
  await giveValue(tenant, number, field, 'Doors');
  await env.DB.prepare(`update fields set ${set} where id = ?`).bind(field.id).run();
  const scope = await scopeOf(tenant);
  const pageOf = async (fields: typeof everyRequest.fields) => {
    const query = { ...everyRequest, fields };
    return (await readAsContact(scope, nora.claim, loadRequestList(scope, nora.claim, query, 'UTC'))).rows.page.items;
  };
  expect(await pageOf([{ key: 'topic', test: { kind: 'is', text: 'Doors' } }])).toHaveLength(count);
  const [shown] = await pageOf([]);
  expect(JSON.stringify([...(shown?.values ?? [])]).includes('Doors')).toBe(count === 1);
});
