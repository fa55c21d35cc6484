import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run, runList } from '#db/run.ts';
import type { AnswerValue } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import { listFields } from '#forms/fields/list-fields.ts';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { clearValue, deskValues, insertValues, portalValues } from './value-queries.ts';

const colours = [
  { id: 'red', label: 'Red' },
  { id: 'blue', label: 'Blue' },
];

async function scene() {
  const tenant = await newTenant();
  const contact = await contactOf(tenant, { name: 'Nora Lind' });
  const nora = await contactAtWork(contact);
  const number = await nora.open();
  const scope = await scopeOf(tenant);
  const ticket = await env.DB.prepare('select id, account_id from tickets where tenant_id = ? and number = ?')
    .bind(tenant.id, number)
    .first<{ id: string; account_id: string }>();
  if (!ticket) throw new Error('No ticket');
  const give = (values: readonly (readonly [Field, AnswerValue])[]) =>
    runList(
      scope.db,
      insertValues(
        scope,
        ticket.id,
        ticket.account_id,
        values.map(([field, value]) => ({ field, value })),
      ),
    );
  const seen = async () => {
    const viewer = { contactId: contact.id, accountId: contact.accountId, sees: 'account' } as const;
    const { portal, desk } = await run(scope.db, {
      portal: portalValues(scope, viewer, number),
      desk: deskValues(scope, number),
    });
    return { portal, desk };
  };
  return { tenant, contact, scope, ticket, give, seen };
}

test('values come back as they were stored, of every type', async () => {
  const { tenant, contact, give, seen } = await scene();
  const values: [Field, AnswerValue][] = [
    [await newField(tenant), `"; drop table <b>"' \u05d0`],
    [await newField(tenant, { type: 'long_text' }), 'a\n'.repeat(20_000).trimEnd()],
    [await newField(tenant, { type: 'number' }), 9_007_199_254_740],
    [await newField(tenant, { type: 'decimal' }), -0.1],
    [await newField(tenant, { type: 'date' }), '2026-11-21'],
    [await newField(tenant, { type: 'select', choices: colours }), 'blue'],
    [await newField(tenant, { type: 'multi_select', choices: colours }), ['red', 'blue']],
    [await newField(tenant, { type: 'checkbox' }), true],
    [await newField(tenant, { type: 'person' }), contact.id],
  ];
  await give(values);
  const { portal, desk } = await seen();
  expect(portal.map(({ field, value }) => [field.key, value])).toEqual(values.map(([{ key }, value]) => [key, value]));
  expect(desk).toEqual(portal);
  expect(portal.at(-1)?.names).toEqual({ [contact.id]: 'Nora Lind' });
});

test('of a field that contacts may not read no trace comes to them', async () => {
  const { tenant, give, seen } = await scene();
  const secret = await newField(tenant, { access: 'none', label: 'Churn risk' });
  const shown = await newField(tenant, { access: 'read' });
  const empty = await newField(tenant, { access: 'read' });
  await give([
    [secret, 'high'],
    [shown, 'gold'],
  ]);
  const { portal, desk } = await seen();
  expect(portal.map(({ field }) => field.id)).toEqual([shown.id]);
  expect(desk.map(({ field }) => field.id)).toEqual([secret.id, shown.id, empty.id]);
});

test('a retired field stays where it has a value, and is offered nowhere else', async () => {
  const { tenant, give, seen } = await scene();
  const full = await newField(tenant, { isRetired: true });
  await newField(tenant, { isRetired: true });
  await give([[full, 'kept']]);
  const { portal, desk } = await seen();
  expect(portal.map(({ field }) => field.id)).toEqual([full.id]);
  expect(desk.map(({ field }) => field.id)).toEqual([full.id]);
});

test('keys are there for lists: dates as days, boxes as 1, texts folded', async () => {
  const { tenant, scope, ticket, give } = await scene();
  const text = await newField(tenant);
  await give([
    [text, 'ÄRGER'],
    [await newField(tenant, { type: 'date' }), '1970-01-03'],
    [await newField(tenant, { type: 'checkbox' }), true],
  ]);
  const keys = () =>
    env.DB.prepare(
      'select text_key, number_key from ticket_field_values where tenant_id = ? order by text_key, number_key',
    )
      .bind(tenant.id)
      .raw();
  expect(await keys()).toEqual([
    [null, 1],
    [null, 2],
    ['ärger', null],
  ]);
  await run(scope.db, { cleared: clearValue(scope, ticket.id, text.id) });
  expect(await keys()).toHaveLength(2);
});

test('one tenant never lists the fields of another', async () => {
  const { tenant, scope } = await scene();
  const mine = await newField(tenant, { rules: { maxLength: 5 }, initial: 'abc' });
  await newField(await newTenant());
  const { fields } = await run(scope.db, { fields: listFields(scope) });
  expect(fields).toEqual([mine]);
});
