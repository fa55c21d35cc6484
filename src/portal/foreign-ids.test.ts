import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork, newKey } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { heldIn } from '../../test/helpers/give-value.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newForm } from '../../test/helpers/new-form.ts';
import { allowPeople, peopleRows } from '../../test/helpers/people-desk.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { fileRows, multipartOf } from '../../test/helpers/uploads.ts';

// What stands in the body of a form is believed by nobody: other accounts' and
// other tenants' ids there are as good as none.

/** Nora of one account, Ines of another, Hal of another tenant. */
async function scene() {
  const desk = await newDesk();
  const { tenant, contact } = desk;
  await allowPeople(tenant.id, 'anyone');
  const inesAs = await contactOf(tenant, { name: 'Ines Costa' });
  const ines = await contactAtWork(inesAs);
  const away = await newDesk();
  const portal = portalOf(desk.nora);
  const number = await desk.nora.open('The dock');
  const post = (path: string, form: Record<string, string>) =>
    portal.ask(path, { form: { key: newKey(), workspace: contact.accountId, ...form } });
  return { ...desk, inesAs, ines, away, portal, number, post };
}

test('a person of another account or tenant is put on no request, and named by no field', async () => {
  const { tenant, inesAs, away, number, post } = await scene();
  const boss = await newField(tenant, { type: 'person' });
  for (const { id } of [inesAs, away.contact]) {
    expect((await post(`/requests/${number}/people`, { person: id })).status).toBe(400);
    expect((await post(`/requests/${number}/fields/${boss.id}`, { [boss.key]: id })).status).toBe(422);
  }
  const form = await newForm(tenant, { questions: [{ field: boss.key }], fields: [boss] });
  expect((await post(form.path, { subject: 'A', body: 'B', [boss.key]: inesAs.id })).status).toBe(422);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
  expect(await heldIn(tenant, number, boss)).toEqual([]);
});

test('a field of another tenant, and one that contacts may not change, is not there', async () => {
  const { tenant, away, number, post } = await scene();
  const theirs = await newField(away.tenant);
  const read = await newField(tenant, { access: 'read' });
  const none = await newField(tenant, { access: 'none' });
  const retired = await newField(tenant, { isRetired: true });
  for (const field of [theirs, read, none, retired]) {
    const answer = await post(`/requests/${number}/fields/${field.id}`, { [field.key]: 'x' });
    expect([answer.status, await heldIn(tenant, number, field)]).toEqual([404, []]);
  }
});

test('a form that is not for somebody is opened by neither its name, its id nor an earlier version', async () => {
  const { tenant, inesAs, away, post } = await scene();
  const theirs = await newForm(tenant, { audience: { kind: 'accounts', accounts: [inesAs.accountId] } });
  await theirs.publish({ name: 'Second' });
  const foreign = await newForm(away.tenant);
  const words = { subject: 'A', body: 'B' };
  for (const form of [theirs, foreign]) {
    expect((await post(form.path, words)).status).toBe(404);
    for (const version of [1, 2])
      expect((await post('/requests/new', { ...words, form: `${form.id}.${version}` })).status).toBe(404);
  }
  const count = env.DB.prepare("select count(*) as n from tickets where tenant_id = ? and subject = 'A'");
  expect(await count.bind(tenant.id).first('n')).toBe(0);
});

test('a form whose audience changes between its page and its sending takes nothing', async () => {
  const { tenant, inesAs, portal, post } = await scene();
  const form = await newForm(tenant, {});
  expect((await portal.ask(form.path)).status).toBe(200);
  const audience = JSON.stringify({ kind: 'accounts', accounts: [inesAs.accountId] });
  await env.DB.prepare('update forms set audience = ? where id = ?').bind(audience, form.id).run();
  expect((await post(form.path, { subject: 'A', body: 'B', form: `${form.id}.1` })).status).toBe(404);
  await env.DB.prepare(`update forms set audience = '{"kind":"all"}', retired_at = 1 where id = ?`).bind(form.id).run();
  expect((await post(form.path, { subject: 'A', body: 'B', form: `${form.id}.1` })).status).toBe(404);
});

test('a request of another account is followed by none', async () => {
  const { tenant, ines, post } = await scene();
  const theirs = await ines.open('Secret plans');
  const answer = await post('/requests/new', { subject: 'A', body: 'B', follow_up: String(theirs) });
  expect(await answer.text()).not.toContain('Secret plans');
  const follows = env.DB.prepare('select count(*) as n from tickets where tenant_id = ? and follow_up_of is not null');
  expect(await follows.bind(tenant.id).first('n')).toBe(0);
});

test('another’s upload goes with nothing of one’s own, whatever key it is named with', async () => {
  const { tenant, ines, portal, number, post } = await scene();
  const field = await newField(tenant, { type: 'file' });
  const key = newKey();
  const body = multipartOf({ upload_key: key, name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'theirs' }]);
  const html = await (await portalOf(ines).ask('/uploads', { body })).text();
  const id = /att_[0-9a-z]{26}/.exec(html)?.[0] ?? '';
  const form = await newForm(tenant, { questions: [{ field: field.key }], fields: [field] });
  const words = { subject: 'A', body: 'B', upload_key: key };
  const ways: readonly (readonly [string, Record<string, string>])[] = [
    ['/requests/new', { ...words, files: id }],
    [form.path, { ...words, [field.key]: id }],
    [`/requests/${number}/messages`, { body: 'B', upload_key: key, files: id }],
    [`/requests/${number}/fields/${field.id}`, { upload_key: key, [field.key]: id }],
  ];
  for (const [path, fields] of ways) expect((await post(path, fields)).status, path).toBe(422);
  expect((await portal.ask(`/uploads/${id}/removal`, { form: { upload_key: key } })).status).toBe(404);
  expect(await fileRows(tenant)).toMatchObject([{ attached_at: null, ticket_id: null }]);
});
