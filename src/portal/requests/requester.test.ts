import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { subjects } from '../../../test/helpers/list-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

// An account of more people than a list can offer: whoever asked is found by what is typed.

async function scene(others = 60) {
  const desk = await newDesk();
  const { tenant, contact, nora } = desk;
  const { accountId } = contact;
  const people = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${others})`;
  await env.DB.batch([
    env.DB.prepare(
      `insert into contacts (tenant_id, id, number, name, email, state, created_at)
       ${people} select ?1, 'con_0000' || printf('%022d', i), 5000 + i, 'Person ' || i, 'person' || i || '@crowd.test', 'active', 1 from n`,
    ).bind(tenant.id),
    env.DB.prepare(
      `insert into memberships (tenant_id, contact_id, account_id, role, created_at)
       ${people} select ?1, 'con_0000' || printf('%022d', i), ?2, 'admin', 1 from n`,
    ).bind(tenant.id, accountId),
    env.DB.prepare(
      `insert into contact_addresses (tenant_id, email, contact_id, created_at)
       ${people} select ?1, 'person' || i || '@crowd.test', 'con_0000' || printf('%022d', i), 1 from n`,
    ).bind(tenant.id),
  ]);
  const colleague = async (name: string) => contactAtWork(await contactOf(tenant, { name, role: 'member', accountId }));
  const ostrom = await colleague('Örjan Ostrom');
  const anna = await colleague('Anna Berg');
  const annika = await colleague('Annika Berg');
  await nora.open('From Nora');
  await ostrom.open('From Örjan');
  await anna.open('From Anna');
  await annika.open('From Annika');
  const portal = portalOf(nora);
  const typed = (text: string) => portal.ask(`/?${new URLSearchParams({ requester: text })}`);
  return { ...desk, portal, typed, ostrom, anna, annika, colleague };
}

test('whoever asked is found by a part of their name or by their address', async () => {
  const { typed, portal, ostrom, anna } = await scene();
  const page = await portal.page('/');
  expect(page).toMatch(/<input id="requester" name="requester"[^>]* list="requester-known"/);
  expect(page).toContain('<option value="Person 1"');
  const his = `/?requester=${ostrom.signedIn.person.id}`;
  for (const text of ['örjan', 'ostr', 'ÖRJAN OSTROM', ostrom.signedIn.person.email])
    expect((await typed(text)).headers.get('Location'), text).toBe(his);
  const answer = await portal.ask(his);
  expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
  const html = await answer.text();
  expect(subjects(html)).toEqual(['From Örjan']);
  expect(fieldOf(html, 'requester')).toBe('Örjan Ostrom');
  expect((await typed('me')).status).toBe(200);
  expect((await typed('Me')).headers.get('Location')).toBe('/?requester=me');
  // What the form sends of him again, though another has that name too.
  expect((await typed('Anna Berg')).headers.get('Location')).toBe(`/?requester=${anna.signedIn.person.id}`);
});

test('where several are meant the page asks which, and shows nobody’s requests till then', async () => {
  const { typed, portal, anna, annika, colleague } = await scene();
  const answer = await typed('berg');
  expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
  const html = await answer.text();
  expect(wordsOf(html)).toContain('Who do you mean?');
  expect(subjects(html)).toEqual([]);
  for (const { signedIn } of [anna, annika]) {
    expect(html).toContain(`href="/?requester=${signedIn.person.id}"`);
    expect(html).toContain(signedIn.person.email);
  }
  expect(html).not.toContain('requests.csv');
  expect(html).not.toContain('/views/new');
  const none = await (await typed('<b>nobody')).text();
  expect(none).toContain('Nobody found for “&lt;b&gt;nobody”');
  const twin = (await colleague('Anna Berg')).signedIn.person;
  expect((await typed('Anna Berg')).status).toBe(200);
  const again = new URLSearchParams({ requester: 'Anna Berg', 'requester.id': twin.id });
  expect((await portal.ask(`/?${again}`)).headers.get('Location')).toBe(`/?requester=${twin.id}`);
});

test('nobody of another account is found, and a member who sees their own only finds nobody', async () => {
  const { tenant, typed, anna } = await scene();
  const ines = await contactAtWork(await contactOf(tenant, { name: 'Ines Quoll' }));
  await ines.open('From Ines');
  for (const text of ['quoll', ines.signedIn.person.email, 'Ines Quoll'])
    expect(await (await typed(text)).text(), text).toContain('Nobody found for');
  const hers = await portalOf(anna).ask('/?requester=annika');
  expect(hers.headers.get('Location')).toBe('/?said=dropped');
});

test('who may not read addresses finds nobody by a part of one', async () => {
  const { tenant, contact, anna } = await scene(3);
  await env.DB.prepare('update accounts set members_see_all = 1 where tenant_id = ? and id = ?')
    .bind(tenant.id, contact.accountId)
    .run();
  const portal = portalOf({ signedIn: await signIn(anna.signedIn.person) });
  const led = async (text: string) =>
    (await portal.ask(`/?${new URLSearchParams({ requester: text })}`)).headers.get('Location');
  expect(await led('person2@')).toBeNull();
  expect(await led('Person 2')).toBe('/?requester=con_00000000000000000000000002');
  expect(await led('person2@crowd.test')).toBe('/?requester=con_00000000000000000000000002');
});

test('a view of somebody whom the page does not know by itself is not called worn', async () => {
  const { portal, contact, annika } = await scene();
  const hers = `requester=${annika.signedIn.person.id}`;
  await portal.ask('/views', { form: { workspace: contact.accountId, name: 'Hers', query: hers, for: 'me' } });
  const led = await portal.ask('/?form=gone');
  expect(led.headers.get('Location')).toBe('/?said=dropped');
  const words = wordsOf(await portal.page('/?said=dropped'));
  expect(words).toContain('Something that this list was filtered by is not there any more.');
  expect(words).not.toContain('Something that the view');
});

test('to look for somebody among very many reads no more than a page may', async () => {
  const { typed, portal } = await scene(1500);
  for (const text of ['person 14', 'nobody at all', 'person1499@crowd.test']) {
    const answer = await typed(text);
    const rows = Number(/rows=(\d+)/.exec(answer.headers.get('Server-Timing') ?? '')?.[1]);
    expect(rows, text).toBeLessThanOrEqual(2100);
  }
  const last = 'con_00000000000000000000001499';
  expect((await typed('person1499@crowd.test')).headers.get('Location')).toBe(`/?requester=${last}`);
  expect(fieldOf(await portal.page(`/?requester=${last}`), 'requester')).toBe('Person 1499');
});
