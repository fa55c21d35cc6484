import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsAgent, readAsContact } from '#db/read-as.ts';
import { readSettings } from '#env.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf } from '../../test/helpers/agent-of.ts';
import { type ContactAtWork, contactAtWork, newKey } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { giveValue, heldIn } from '../../test/helpers/give-value.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newForm } from '../../test/helpers/new-form.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { allowPeople, force, newAddress, peopleDesk, peopleRows } from '../../test/helpers/people-desk.ts';
import { changeTicket, loadChange } from './change-ticket.ts';
import { changeValue, loadPortalChange } from './change-value.ts';
import { loadOpen, openTicket } from './open-ticket.ts';
import { addPerson, loadAdding } from './people/add-person.ts';
import { changeView } from './views/change-view.ts';
import { saveView } from './views/save-view.ts';

// What was true when an operation read it, and is not when it writes.

const gone: readonly (readonly [string, string])[] = [
  ['retired', 'UPDATE forms SET retired_at = 1 WHERE id = ?'],
  ['made for others', `UPDATE forms SET audience = '{"kind":"accounts","accounts":["acc_x"]}' WHERE id = ?`],
];

test.each(gone)('a form that is %s while a request is written takes none', async (_what, sql) => {
  const tenant = await newTenant();
  const nora = await contactAtWork(await contactOf(tenant));
  const form = await newForm(tenant);
  const scope = await scopeOf(tenant);
  const input = { wanted: { by: 'id', id: form.id }, followUp: null } as const;
  const { actor, rows } = await readAsContact(scope, nora.claim, loadOpen(scope, nora.claim, input));
  await force(sql, form.id);
  const words = { key: newKey(), subject: 'The dock', body: 'It leaks.', priorityId: null };
  expect(await openTicket(scope, actor, rows, words, nora.effects)).toEqual({ outcome: 'gone' });
  const left = env.DB.prepare('SELECT count(*) AS n FROM tickets WHERE tenant_id = ?').bind(tenant.id);
  expect([await left.first('n'), nora.effects.mails]).toEqual([0, []]);
});

function depsOf({ effects }: ContactAtWork) {
  const { pepper, inboundDomain } = readSettings(env);
  return { pepper, inboundDomain, origin: nowhere, effects };
}

type Adding = (it: Awaited<ReturnType<typeof peopleDesk>>) => { id: string } | { email: string };
const policies: readonly (readonly [string, string, Adding])[] = [
  ['a colleague', 'nobody', ({ nils }) => ({ id: nils.id })],
  ['an address', 'colleagues', () => ({ email: newAddress() })],
];

test.each(policies)('%s is added to nothing once the company lets contacts add %s', async (_who, policy, named) => {
  const desk = await peopleDesk('anyone');
  const { tenant, nora, number } = desk;
  const scope = await scopeOf(tenant);
  const person = named(desk);
  const { actor, rows } = await readAsContact(scope, nora.claim, loadAdding(scope, nora.claim, number, person));
  await allowPeople(tenant.id, policy);
  const adding = addPerson(scope, actor, rows, { key: newKey(), person }, depsOf(nora));
  await expect(adding).rejects.toMatchObject({ kind: 'not_found' });
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test('a colleague who loses the account while they are added comes on it as nobody, not as a guest', async () => {
  const { tenant, nora, nils, number } = await peopleDesk('colleagues');
  const scope = await scopeOf(tenant);
  const person = { id: nils.id };
  const { actor, rows } = await readAsContact(scope, nora.claim, loadAdding(scope, nora.claim, number, person));
  await force("UPDATE memberships SET role = 'none' WHERE contact_id = ?", nils.id);
  const adding = addPerson(scope, actor, rows, { key: newKey(), person }, depsOf(nora));
  await expect(adding).rejects.toMatchObject({ code: 'unknown_choice' });
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test.each([
  ['shut to contacts', "UPDATE fields SET portal_access = 'read' WHERE id = ?"],
  ['retired', 'UPDATE fields SET retired_at = 1 WHERE id = ?'],
])('a field that is %s while a contact changes it stays as it was', async (_what, sql) => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open();
  const field = await newField(tenant, { access: 'write' });
  await giveValue(tenant, number, field, 'as it was');
  const scope = await scopeOf(tenant);
  const { actor, rows } = await readAsContact(scope, nora.claim, loadPortalChange(scope, nora.claim, number));
  await force(sql, field.id);
  const input = { key: newKey(), fieldId: field.id, typed: ['too late'], draft: '', uploaded: [] };
  const change = changeValue(scope, actor, rows, input, nora.effects);
  await expect(change).rejects.toMatchObject({ kind: 'not_found' });
  expect(await heldIn(tenant, number, field)).toEqual(['as it was']);
});

test('who is an admin no more while they keep or share a view leaves the account none', async () => {
  const { tenant, contact, nora } = await newDesk();
  const scope = await scopeOf(tenant);
  const { actor } = await readAsContact(scope, nora.claim, {});
  const own = { name: 'Own', query: 'sort=number', isShared: false };
  await saveView(scope, actor, own);
  const id = await env.DB.prepare('SELECT id FROM views WHERE tenant_id = ?').bind(tenant.id).first<string>('id');
  await force("UPDATE memberships SET role = 'member' WHERE contact_id = ?", contact.id);
  await saveView(scope, actor, { name: 'Ours', query: 'sort=created', isShared: true });
  await changeView(scope, actor, { ...own, id: id ?? '' }, { name: 'Ours', isShared: true });
  const { results } = await env.DB.prepare('SELECT name, contact_id FROM views WHERE tenant_id = ?')
    .bind(tenant.id)
    .all();
  expect(results).toEqual([{ name: 'Own', contact_id: contact.id }]);
});

test('two agents who set a ticket at once leave it as one of them said, each change told once', async () => {
  const { tenant, nora, amir } = await newDesk();
  const number = await nora.open();
  const { results } = await env.DB.prepare('SELECT id FROM priorities WHERE tenant_id = ? AND retired_at IS NULL')
    .bind(tenant.id)
    .all<{ id: string }>();
  const solved = await amir.statusId('solved');
  await Promise.all([
    ...results.map(({ id }) => amir.set(number, { field: 'priority', to: id })),
    amir.reply(number, 'It is mended.'),
    amir.set(number, { field: 'status', to: solved }),
  ]);
  const told = env.DB.prepare("SELECT data FROM events WHERE tenant_id = ? AND kind = 'priority' ORDER BY seq");
  const events = (await told.bind(tenant.id).all<{ data: string }>()).results.map(({ data }) => JSON.parse(data));
  const ends = events.map(({ to }) => to.id);
  expect(events.slice(1).map(({ from }) => from.id)).toEqual(ends.slice(0, -1));
  const now = env.DB.prepare('SELECT priority_id FROM tickets WHERE tenant_id = ?').bind(tenant.id);
  expect(await now.first('priority_id')).toBe(ends.at(-1));
});

test('an agent’s reply to a ticket that is closed at that moment is not written', async () => {
  const { tenant, nora, amir } = await newDesk();
  const number = await nora.open();
  const closed = await amir.statusId('closed');
  const said = await Promise.all([
    amir.set(number, { field: 'status', to: closed }),
    amir.reply(number, 'Wait, one more thing.'),
  ]);
  const entries = env.DB.prepare('SELECT seq, kind FROM events WHERE tenant_id = ? ORDER BY seq').bind(tenant.id);
  const { results } = await entries.all<{ seq: number; kind: string }>();
  const isReplied = said[1].outcome === 'done';
  const body = env.DB.prepare("SELECT seq FROM messages WHERE tenant_id = ? AND author_kind = 'agent'").bind(tenant.id);
  const at = await body.first<number>('seq');
  // Either it came first, or it did not come: never after the end.
  expect(at !== null).toBe(isReplied);
  if (at !== null) expect(at).toBeLessThan(results.at(-1)?.seq ?? 0);
});

const retired = [
  ['status', "SELECT id FROM statuses WHERE tenant_id = ? AND category = 'open'", 'UPDATE statuses SET retired_at = 1'],
  [
    'priority',
    "SELECT id FROM priorities WHERE tenant_id = ? AND label = 'Urgent'",
    'UPDATE priorities SET retired_at = 1',
  ],
  ['team', 'SELECT id FROM teams WHERE tenant_id = ?', 'UPDATE teams SET retired_at = 1'],
  ['assignee', "SELECT id FROM agents WHERE tenant_id = ? AND name = 'Olga'", "UPDATE agents SET state = 'disabled'"],
] as const;

test.each(retired)(
  'a %s that goes out of use while a ticket is given it is refused, and nothing is set',
  async (field, find, end) => {
    const { tenant, nora, amir } = await newDesk();
    await agentOf(tenant, { name: 'Olga' });
    await force(
      "INSERT INTO teams (tenant_id, id, name, position) VALUES (?, ?, 'Billing', 1)",
      tenant.id,
      `tea_${tenant.id}`,
    );
    const number = await nora.open();
    const row = () =>
      env.DB.prepare('SELECT seq, status_id, priority_id, team_id, assignee_id FROM tickets WHERE tenant_id = ?')
        .bind(tenant.id)
        .first();
    const before = await row();
    const to = await env.DB.prepare(find).bind(tenant.id).first<string>('id');
    const scope = await scopeOf(tenant);
    const { actor, rows } = await readAsAgent(scope, amir.claim, loadChange(scope, number));
    await force(`${end} WHERE id = ?`, to ?? '');
    const setting = changeTicket(scope, actor, rows, { key: newKey(), set: [{ field, to: to ?? '' }] }, amir.effects);
    await expect(setting).rejects.toMatchObject({ kind: 'invalid', code: 'unknown_choice' });
    expect(await row()).toEqual(before);
  },
);
