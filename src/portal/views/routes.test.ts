import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { portalOf, textsOf } from '../../../test/helpers/portal-page.ts';

const links = (html: string) => textsOf(html, /<a href="\/\?[^"]*"[^>]*>(?:<svg.*?<\/svg>)?<bdi>(.*?)<\/bdi>/g);

async function scene() {
  const desk = await newDesk();
  const { tenant, contact, nora } = desk;
  await nora.open('One');
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  await nils.open('Two');
  const workspace = contact.accountId;
  const keep = (who: typeof nora, name: string, query: string, audience = 'me') =>
    portalOf(who).ask('/views', { form: { workspace, name, query, for: audience } });
  const idOf = async (name: string) =>
    String(
      await env.DB.prepare('select id from views where tenant_id = ? and name = ?').bind(tenant.id, name).first('id'),
    );
  return { ...desk, nils, workspace, keep, idOf };
}

test('what is shown is kept under a name, and its address is the list’s own', async () => {
  const { nora, nils, keep } = await scene();
  const portal = portalOf(nora);
  expect(await portal.page('/?sort=number&requester=me')).not.toContain('/views/new?requester');
  expect(await portal.page('/?requester=me&sort=number')).toContain('href="/views/new?requester=me&amp;sort=number"');
  expect(await portal.page('/views/new?sort=number&requester=me')).toContain(
    'name="query" value="requester=me&amp;sort=number"',
  );
  const saved = await keep(nora, 'My own', 'sort=number&requester=me&before=xyz&nonsense=%00');
  expect(saved.headers.get('Location')).toBe('/?requester=me&sort=number');
  const html = await portal.page('/?requester=me&sort=number');
  expect(html).toMatch(/<a href="\/\?requester=me&amp;sort=number" aria-current="page"><bdi>My own<\/bdi>/);
  expect(html).not.toContain('Save this view');
  expect(links(await portalOf(nils).page('/'))).toEqual([]);
});

test('an admin keeps views for the whole account; members use them and change none', async () => {
  const { nora, nils, keep, idOf, workspace } = await scene();
  await keep(nora, 'Ours', 'sort=created', 'account');
  const member = portalOf(nils);
  expect(links(await member.page('/'))).toEqual(['Ours']);
  const id = await idOf('Ours');
  expect((await keep(nils, 'For all', 'sort=number', 'account')).status).toBe(404);
  expect(await member.page('/views/new')).not.toContain('name="for"');
  expect(await member.page('/?sort=created')).not.toContain(`/views/${id}`);
  for (const answer of [
    await member.ask(`/views/${id}`),
    await member.ask(`/views/${id}`, { form: { workspace, name: 'Mine' } }),
    await member.ask(`/views/${id}/removal`, { form: { workspace } }),
  ])
    expect(answer.status).toBe(404);
  expect(links(await member.page('/'))).toEqual(['Ours']);
});

test('a view gets another name, and is removed', async () => {
  const { nora, keep, idOf, workspace } = await scene();
  await keep(nora, 'Old', 'sort=created');
  const id = await idOf('Old');
  const portal = portalOf(nora);
  expect(await portal.page('/?sort=created')).toContain(`href="/views/${id}"`);
  const renamed = await portal.ask(`/views/${id}`, { form: { workspace, name: '  New   name ' } });
  expect(renamed.headers.get('Location')).toBe('/?sort=created');
  expect(links(await portal.page('/'))).toEqual(['New name']);
  expect((await portal.ask(`/views/${id}`, { form: { workspace, name: ' ' } })).status).toBe(422);
  await portal.ask(`/views/${id}/removal`, { form: { workspace } });
  expect(links(await portal.page('/'))).toEqual([]);
});

test('another person’s view, and another account’s, is not there', async () => {
  const { tenant, nora, nils, keep, idOf } = await scene();
  await keep(nora, 'Private', 'sort=created');
  await keep(nora, 'Shared', 'sort=created', 'account');
  const ines = await contactAtWork(await contactOf(tenant));
  for (const who of [nils, ines])
    for (const name of who === nils ? ['Private'] : ['Private', 'Shared'])
      expect((await portalOf(who).ask(`/views/${await idOf(name)}`)).status, name).toBe(404);
  expect(await portalOf(ines).page('/')).not.toContain('Shared');
});

test('sent twice it is one view; too many are refused with all that was typed', async () => {
  const { tenant, nora, keep } = await scene();
  await keep(nora, 'Same', 'sort=created');
  expect((await keep(nora, 'Same', 'sort=created')).status).toBe(303);
  for (let n = 0; n < 19; n += 1) await keep(nora, `View ${n}`, 'sort=created');
  const refused = await keep(nora, 'One more', 'sort=number');
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('There are 20 views already');
  expect(html).toContain('value="One more"');
  expect(await env.DB.prepare('select count(*) as n from views where tenant_id = ?').bind(tenant.id).first('n')).toBe(
    20,
  );
});

test.each([
  ['no name', { name: '' }, 422],
  ['a name that is too long', { name: 'x'.repeat(61) }, 422],
  ['an unknown field', { name: 'A', contact_id: 'con_x' }, 400],
  ['another audience', { name: 'A', for: 'everybody' }, 400],
] as const)('refused: %s', async (_what, fields, status) => {
  const { nora, workspace } = await scene();
  const answer = await portalOf(nora).ask('/views', { form: { workspace, query: '', ...fields } });
  expect(answer.status).toBe(status);
});

test('names are shown as they are typed, never as HTML', async () => {
  const { nora, keep } = await scene();
  await keep(nora, '<script>alert(1)</script> \u202ertl', 'sort=created');
  const html = await portalOf(nora).page('/');
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('&lt;script&gt;alert(1)');
});
