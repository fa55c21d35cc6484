import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { type AgentAtWork, agentAtWork, type ContactAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, textsOf } from '../../../test/helpers/portal-page.ts';
import { type SignedIn, signIn } from '../../../test/helpers/sign-in.ts';

type Browser = ReturnType<typeof portalOf>;

let tenant: TestTenant;
let amir: AgentAtWork;
let nora: ContactAtWork;
let ines: ContactAtWork;
/** Admin of Nora's Northwind, member of Ines's Initech, and in Northwind. */
let marta: Browser;
let signedIn: SignedIn;
let northwind: string;
let initech: string;

beforeEach(async () => {
  tenant = await newTenant();
  amir = await agentAtWork(await agentOf(tenant));
  [northwind, initech] = [await accountOf(tenant, 'Northwind'), await accountOf(tenant, 'Initech')];
  nora = await contactAtWork(await contactOf(tenant, { accountId: northwind }));
  ines = await contactAtWork(await contactOf(tenant, { accountId: initech }));
  const person = await contactOf(tenant, { accountId: northwind, also: [{ accountId: initech, role: 'member' }] });
  signedIn = await signIn(person);
  marta = await portalOf({ signedIn: { ...signedIn, person } }).enter(northwind);
});

const inMenu = (html: string) =>
  textsOf(/<details class="workspace menu"[\s\S]*?<\/details>/.exec(html)?.[0] ?? '', /<button[^>]*>(.*?)<\/button>/g);

const choices = (html: string) =>
  textsOf(html, /<button[^>]*class="workspace-choice"[^>]*>([\s\S]*?)<\/button>/g).map((text) => text.trim());

/** Opens a request of Marta's own in Initech, where she is a member. */
async function openInInitech(): Promise<number> {
  const there = await marta.enter(initech);
  const answer = await there.request('In Initech', 'Help');
  marta = await there.enter(northwind);
  return Number(/\/requests\/(\d+)/.exec(answer.headers.get('Location') ?? '')?.[1]);
}

test('every page’s header holds the other workspaces, the last used first; a press goes there', async () => {
  const third = await accountOf(tenant, 'Aperture');
  await env.DB.prepare(
    `insert into memberships (tenant_id, contact_id, account_id, role, created_at, last_seen_at) values (?, ?, ?, 'member', 0, 1)`,
  )
    .bind(tenant.id, signedIn.person.id, third)
    .run();
  for (const path of ['/', '/settings', '/requests/new'])
    expect(inMenu(await marta.page(path))).toEqual(['Aperture', 'Initech']);
  await env.DB.prepare('update memberships set last_seen_at = ? where account_id = ?').bind(Date.now(), initech).run();
  const html = await marta.page('/');
  expect(inMenu(html)).toEqual(['Initech', 'Aperture']);
  expect(html).toContain(`<button type="submit" name="workspace" value="${initech}">`);
  expect(inMenu(await portalOf(nora).page('/')), 'who has one workspace has no menu').toEqual([]);
});

test('the list of workspaces says in how many requests there is something new', async () => {
  const number = await openInInitech();
  expect(choices(await marta.page('/workspaces')).join()).not.toContain('news');
  await amir.reply(number, 'Here it is.');
  expect(choices(await marta.page('/workspaces'))).toEqual([
    expect.stringMatching(/^NorthwindYou are here$/),
    expect.stringMatching(/^InitechYou see your own requests1 request with news$/),
  ]);
  const there = await marta.enter(initech);
  await there.page(`/requests/${number}`);
  marta = await there.enter(northwind);
  expect(choices(await marta.page('/workspaces')).join()).not.toContain('news');
  expect((await marta.ask('/workspaces')).headers.get('Server-Timing')).toContain('trips=1 ');
});

test('what others ask is no news of one’s own, though an admin sees it', async () => {
  await amir.reply(await nora.open('Of Nora'), 'Yes');
  expect(choices(await marta.page('/workspaces')).join()).not.toContain('news');
});

test('a request of the other workspace offers to switch, and then opens', async () => {
  const number = await openInInitech();
  const answer = await marta.ask(`/requests/${number}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain('This request is in Initech');
  expect(html, 'of the request itself nothing').not.toContain('In Initech');
  expect(html).toContain(`<input type="hidden" name="return_to" value="/requests/${number}"/>`);
  const there = await marta.enter(initech);
  expect(await there.page(`/requests/${number}`)).toContain('In Initech');
});

test('where the person may not see it there, it is a 404 like any other, at the same cost', async () => {
  const elsewhere = await contactAtWork(await contactOf(tenant));
  const foreign = await contactAtWork(await contactOf(await newTenant()));
  for (let n = 0; n < 8; n += 1) await foreign.open();
  const numbers = {
    'a number that nothing has': 999_999,
    'a colleague’s, in the workspace where she is a member': await ines.open('Quokka'),
    'of an account that is not hers': await elsewhere.open('Quokka'),
    'that only another tenant has': 1008,
  };
  const seen = [];
  for (const number of Object.values(numbers)) {
    const answer = await marta.ask(`/requests/${number}`);
    expect(answer.status).toBe(404);
    seen.push({ text: await answer.text(), trips: /trips=\d+/.exec(answer.headers.get('Server-Timing') ?? '')?.[0] });
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
});

test('who lost the other workspace is offered nothing', async () => {
  const number = await openInInitech();
  const drop = (role: string) =>
    env.DB.prepare('update memberships set role = ? where contact_id = ? and account_id = ?')
      .bind(role, signedIn.person.id, initech)
      .run();
  await drop('none');
  expect((await marta.ask(`/requests/${number}`)).status).toBe(404);
  await drop('member');
  expect((await marta.ask(`/requests/${number}`)).status).toBe(200);
  expect((await marta.ask(`/requests/${number}/updates?after=0`)).status, 'only pages offer it').toBe(404);
});

test('who comes from a mail and has to choose is told where that request is', async () => {
  const number = await openInInitech();
  const fresh = portalOf({ signedIn: (await signIn(signedIn.person)) as ContactAtWork['signedIn'] });
  const turned = (await fresh.ask(`/requests/${number}`)).headers.get('Location') ?? '';
  expect(choices(await fresh.page(turned))[0]).toBe(`InitechYou see your own requestsRequest ${number} is here`);
  const foreign = await ines.open('Not hers');
  expect(choices(await fresh.page(`/workspaces?return_to=/requests/${foreign}`)).join()).not.toContain('is here');
});

test('the admins of a workspace read who entered it', async () => {
  await marta.enter(initech);
  const history = async (of: ContactAtWork) =>
    wordsOf(await portalOf(of).page('/members/history')).match(/Contact \d+ entered \w+/g) ?? [];
  expect(await history(ines)).toEqual([`${signedIn.person.name} entered Initech`]);
  expect(await history(nora)).toEqual([`${signedIn.person.name} entered Northwind`]);
});
