import { expect, test } from 'vitest';
import { accountDesk } from '../../../test/helpers/account-desk.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork } from '../../../test/helpers/at-work.ts';
import { browserOf, wordsOf } from '../../../test/helpers/desk-page.ts';

const linksIn = (html: string) => [...html.matchAll(/href="(\/settings\/[^"]+)"/g)].map(([, href]) => href ?? '');
const navIn = (html: string) => /<nav class="inner"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';

test('the index leads to every section by its group, and each section to all others with its own marked', async () => {
  const { owner } = await accountDesk();
  const html = await owner.page('/settings');
  const main = html.slice(html.indexOf('<main'));
  expect(wordsOf(main)).toContain('Personal You Your name and time zone');
  const all = linksIn(main);
  expect(all).toHaveLength(11);
  expect(new Set(all).size).toBe(11);
  for (const href of all) {
    const nav = navIn(await owner.page(href));
    expect(linksIn(nav)).toEqual(all);
    expect(nav.match(/aria-current/g)).toHaveLength(1);
    expect(nav).toContain(`href="${href}" aria-current="page"`);
  }
});

test('a section leads back to the index, and the index is marked among the places', async () => {
  const { owner } = await accountDesk();
  expect(await owner.page('/settings/teams')).toContain('<a class="back" href="/settings">');
  for (const [path, current] of [
    ['/settings', 'settings'],
    ['/accounts', 'accounts'],
  ]) {
    const places = /<nav class="desk-places"[\s\S]*?<\/nav>/.exec(await owner.page(path ?? ''))?.[0] ?? '';
    expect(places.match(/aria-current="[^"]+" data-view="[^"]+"/g)).toEqual([
      `aria-current="page" data-view="${current}"`,
    ]);
  }
  const list = /<nav class="desk-places"[\s\S]*?<\/nav>/.exec(await owner.page('/tickets'))?.[0] ?? '';
  expect(list).toContain('aria-current="true" data-view="tickets"');
});

test('who manages nothing is led to their own matters and is shown no more', async () => {
  const { tenant } = await accountDesk();
  const amir = browserOf(await agentAtWork(await agentOf(tenant)));
  expect((await amir.ask('/settings')).headers.get('Location')).toBe('/settings/you');
  const html = await amir.page('/settings/you');
  expect(linksIn(html).filter((href) => !href.startsWith('/settings/you'))).toEqual([]);
  expect(html).not.toContain('class="inner"');
});
