import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { removeMember } from '#identity/members/remove-member.ts';
import { nowhere } from '#lib/origin.ts';
import { accountDesk } from '../../../test/helpers/account-desk.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

test('somebody of another account is not there, so that nothing about them comes into this one’s history', async () => {
  const { tenant, owner, nora, account } = await accountDesk();
  const ines = await contactOf(tenant, { name: 'Ines Secret' });
  const there = `${account}/people/${ines.id}`;
  const forms = [
    ['', { name: 'Ines', email: ines.email }],
    ['/state', { state: 'disabled' }],
    ['/sessions', {}],
    ['/role', { role: 'admin' }],
    ['/removal', {}],
  ] as const;
  expect((await owner.ask(there)).status).toBe(404);
  for (const [at, form] of forms) expect((await owner.ask(`${there}${at}`, { form })).status, at).toBe(404);
  const history = await portalOf(await contactAtWork(nora)).page('/members/history');
  expect(history).not.toContain('Ines Secret');
  const state = await env.DB.prepare('select state from contacts where id = ?').bind(ines.id).first('state');
  expect(state).toBe('active');
});

test('who has left the account, or wrote there, still is', async () => {
  const { tenant, owner, nora, account } = await accountDesk();
  const nils = await contactOf(tenant, { accountId: nora.accountId, role: 'member' });
  const scope = await scopeOf(tenant);
  await removeMember(scope, ownerOf(tenant), { contactId: nils.id, accountId: nora.accountId }, nowhere);
  expect((await owner.ask(`${account}/people/${nils.id}`)).status).toBe(200);
  const writer = await contactOf(tenant, { accountId: nora.accountId, role: 'member' });
  await (await contactAtWork(writer)).open();
  await env.DB.prepare('delete from memberships where contact_id = ?').bind(writer.id).run();
  expect((await owner.ask(`${account}/people/${writer.id}`)).status).toBe(200);
});
