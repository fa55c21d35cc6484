import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';

async function desk() {
  const found = await newDesk();
  const number = await found.nora.open();
  const browser = browserOf(found.amir);
  const tag = (form: Record<string, string>) =>
    browser.ask(`/tickets/${number}/tags`, { form: { key: newKey(), ...form } });
  const words = async () => wordsOf(await browser.page(`/tickets/${number}`));
  const tags = async () =>
    [...(await browser.page(`/tickets/${number}`)).matchAll(/name="remove" value="([^"]*)"/g)].map(([, name]) => name);
  return { ...found, number, browser, tag, tags, words };
}

test('tags are added by their names and removed by a press, and the thread says by whom', async () => {
  const { number, tag, tags, words } = await desk();
  const answer = await tag({ add: 'VIP, Needs Help,, vip' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/tickets/${number}`]);
  expect(await tags()).toEqual(['needs-help', 'vip']);
  await tag({ remove: 'vip' });
  await tag({ remove: 'never-there' });
  expect(await tags()).toEqual(['needs-help']);
  expect(await words()).toContain('Amir Haddad added the tags vip, needs-help');
  expect((await words()).split('removed the tags vip').length - 1).toBe(1);
});

test("the tenant's other tags are suggested, and nobody else's", async () => {
  const [here, there] = [await desk(), await desk()];
  await there.tag({ add: 'theirs' });
  await here.tag({ add: 'billing' });
  const next = await here.nora.open('Another');
  const html = await here.browser.page(`/tickets/${next}`);
  expect(html).toContain('<option value="billing"');
  expect(html).not.toContain('theirs');
  // One tag of a name, however often it is used.
  await here.browser.ask(`/tickets/${next}/tags`, { form: { key: newKey(), add: 'Billing' } });
  const { results } = await env.DB.prepare('SELECT name FROM tags WHERE tenant_id = ?').bind(here.tenant.id).all();
  expect(results).toEqual([{ name: 'billing' }]);
});

test('two presses tag once; too long, too many and a repeated field are refused', async () => {
  const { number, browser, tag, tags, words } = await desk();
  const form = { key: newKey(), add: 'vip' };
  await Promise.all([1, 2].map(() => browser.ask(`/tickets/${number}/tags`, { form })));
  expect((await words()).split('added the tags vip').length - 1).toBe(1);
  expect((await tag({ add: 'x'.repeat(41) })).status).toBe(400);
  expect((await tag({ add: Array.from({ length: 20 }, (_, at) => `t${at}`).join(',') })).status).toBe(409);
  const body = `key=${newKey()}&add=a&add=b`;
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await browser.ask(`/tickets/${number}/tags`, { body, headers })).status).toBe(400);
  expect(await tags()).toEqual(['vip']);
  await tag({ add: '<script>alert(1)</script>' });
  expect(await browser.page(`/tickets/${number}`)).not.toContain('<script>alert');
});

test('a ticket goes to a team and back, and a retired team still stands where it is set', async () => {
  const { tenant, number, browser, words } = await desk();
  await env.DB.prepare("INSERT INTO teams (tenant_id, id, name, position) VALUES (?, ?, 'Billing', 1)")
    .bind(tenant.id, `tea_${tenant.id}`)
    .run();
  const set = (team: string) => browser.set(number, 'team', team);
  expect((await set(`tea_${tenant.id}`)).status).toBe(303);
  await env.DB.prepare('UPDATE teams SET retired_at = 1').run();
  expect(await browser.page(`/tickets/${number}`)).toMatch(/selected[^>]*>Billing</);
  await set('nobody');
  expect((await set(`tea_${tenant.id}`)).status).toBe(400);
  expect((await set('tea_foreign')).status).toBe(400);
  expect(await words()).toMatch(/Amir Haddad gave this to the team Billing .* Amir Haddad took this from the team/);
});
