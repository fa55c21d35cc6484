import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsContact } from '#db/read-as.ts';
import { changeView } from '#tickets/views/change-view.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
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
  expect(saved.headers.get('Location')).toBe('/?requester=me&sort=number&said=saved');
  const after = await portal.page('/?requester=me&sort=number&said=saved');
  expect(after).toMatch(
    /role="status" tabindex="-1" autofocus[^>]*>.*?Saved\. You find the view above your requests\./s,
  );
  const html = await portal.page('/?requester=me&sort=number');
  expect(html).toMatch(/<a href="\/\?requester=me&amp;sort=number" aria-current="page"><bdi>My own<\/bdi>/);
  expect(html).not.toContain('Save this view');
  expect(links(await portalOf(nils).page('/'))).toEqual([]);
});

test('an admin keeps views for the whole account; members use them and change none', async () => {
  const { nora, nils, keep, idOf, workspace } = await scene();
  expect((await keep(nora, 'Ours', 'sort=created', 'account')).headers.get('Location')).toBe(
    '/?sort=created&said=shared',
  );
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
  expect(renamed.headers.get('Location')).toBe('/?sort=created&said=renamed');
  expect(links(await portal.page('/'))).toEqual(['New name']);
  expect((await portal.ask(`/views/${id}`, { form: { workspace, name: ' ' } })).status).toBe(422);
  const removed = await portal.ask(`/views/${id}/removal`, { form: { workspace } });
  expect(removed.headers.get('Location')).toBe('/?sort=created&said=removed');
  expect(await portal.page('/?sort=created&said=removed')).toContain('Removed. The requests in it stay');
  expect(links(await portal.page('/'))).toEqual([]);
});

test('an admin makes a view the account’s, and their own again; who is a member only cannot', async () => {
  const { nora, nils, keep, idOf, workspace } = await scene();
  await keep(nora, 'Doors', 'sort=created');
  const id = await idOf('Doors');
  const change = (who: typeof nora, view: string, to: string) =>
    portalOf(who).ask(`/views/${view}`, { form: { workspace, name: 'Doors', for: to } });
  expect((await change(nora, id, 'account')).headers.get('Location')).toBe('/?sort=created&said=shared');
  expect(await portalOf(nora).page('/?sort=created&said=shared')).toContain('has this view now.');
  expect(links(await portalOf(nils).page('/'))).toEqual(['Doors']);
  expect((await change(nils, id, 'me')).status).toBe(404);
  await keep(nils, 'His', 'sort=number');
  expect((await change(nils, await idOf('His'), 'account')).status).toBe(404);
  expect((await change(nora, id, 'me')).headers.get('Location')).toBe('/?sort=created&said=saved');
  expect(links(await portalOf(nils).page('/'))).toEqual(['His']);
  for (let n = 0; n < 20; n += 1) await keep(nora, `View ${n}`, 'sort=created', 'account');
  const refused = await change(nora, id, 'account');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('There are 20 views already');
});

test('a view that goes while it is made everybody’s is gone, and not one too many', async () => {
  const { tenant, nora } = await scene();
  const scope = await scopeOf(tenant);
  const { actor } = await readAsContact(scope, nora.claim, {});
  const gone = { id: 'viw_gone', name: 'Doors', query: '', isShared: false };
  const changing = changeView(scope, actor, gone, { name: 'Doors', isShared: true });
  await expect(changing).rejects.toMatchObject({ kind: 'not_found' });
});

test('a view whose field is shut says so kindly, names no field, and can be removed', async () => {
  const { tenant, nora, nils, keep, idOf } = await scene();
  const topic = await newField(tenant, { key: 'topic', label: 'Wombats', inList: true });
  await keep(nora, 'Old ones', 'topic=Doors&sort=created', 'account');
  const id = await idOf('Old ones');
  const portal = portalOf(nora);
  for (const set of ["portal_access = 'none'", "portal_access = 'read', retired_at = 1"]) {
    await env.DB.prepare(`update fields set ${set} where id = ?`).bind(topic.id).run();
    const led = await portal.ask('/?topic=Doors&sort=created');
    expect(led.headers.get('Location')).toBe('/?sort=created&said=dropped');
    const html = await portal.page('/?sort=created&said=dropped');
    expect(html).toContain('Something that the view “Old ones” filters by is not there any more.');
    expect(html).toContain(`href="/views/${id}"`);
    expect(html).not.toContain('Wombats');
    const his = await portalOf(nils).page('/?sort=created&said=dropped');
    expect(his).toContain('the view “Old ones”');
    expect(his).not.toContain(`/views/${id}`);
  }
});

test('the account’s view outlives the role of who made it', async () => {
  const { tenant, contact, nora, nils, keep, idOf, workspace } = await scene();
  const ida = await contactAtWork(await contactOf(tenant, { accountId: contact.accountId }));
  await keep(nora, 'Ours', 'sort=created', 'account');
  await keep(nora, 'Asked by Nils', `requester=${nils.signedIn.person.id}`);
  const id = await idOf('Ours');
  await env.DB.prepare("update memberships set role = 'member' where tenant_id = ? and contact_id = ?")
    .bind(tenant.id, contact.id)
    .run();
  expect(links(await portalOf(nils).page('/'))).toEqual(['Ours']);
  const portal = portalOf(await contactAtWork(contact));
  expect((await portal.ask(`/views/${id}`)).status).toBe(404);
  expect((await portal.ask(`/?requester=${nils.signedIn.person.id}`)).headers.get('Location')).toBe('/?said=dropped');
  expect(await portal.page('/?said=dropped')).toContain('the view “Asked by Nils”');
  await portalOf(ida).ask(`/views/${id}/removal`, { form: { workspace } });
  expect(links(await portalOf(nils).page('/'))).toEqual([]);
});

test('a word that the tenant renamed keeps its views, even where it is the same as another now', async () => {
  const { tenant, nora, amir, keep } = await scene();
  const portal = portalOf(nora);
  const [open, waiting] = [await amir.statusId('open'), await amir.statusId('waiting')];
  await keep(nora, 'With us', `status=${open}`);
  await keep(nora, 'With me', `status=${waiting}`);
  await env.DB.prepare("update statuses set public_label = 'Under way' where tenant_id = ? and id in (?, ?)")
    .bind(tenant.id, open, waiting)
    .run();
  for (const id of [open, waiting]) {
    const first = await portal.ask(`/?status=${id}`);
    const html = first.status === 303 ? await portal.page(first.headers.get('Location') ?? '') : await first.text();
    expect(html).toContain('Status: <bdi>Under way</bdi>');
    expect(html).toMatch(/aria-current="page"><bdi>With (?:us|me)/);
    expect(html).not.toContain('not there any more');
  }
});

test('filters of too many words are no view, and are told so with all that was typed', async () => {
  const { nora, keep } = await scene();
  const query = ['a', 'b', 'c', 'd'].map((key) => `${key}=${'%F0%9F%9A%AA'.repeat(190)}`).join('&');
  const refused = await keep(nora, 'Doors', query);
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('too long to keep');
  expect(html).toContain('value="Doors"');
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
