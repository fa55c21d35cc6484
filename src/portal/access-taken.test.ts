import { expect, test } from 'vitest';
import { newKey } from '../../test/helpers/at-work.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newForm } from '../../test/helpers/new-form.ts';
import { force } from '../../test/helpers/people-desk.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { request } from '../../test/helpers/request.ts';
import { mailed, mailedLink } from '../../test/helpers/ticket-link.ts';

test('what contacts could read once, and may not any more, is told by no page, file, filter, search or mail', async () => {
  const { tenant, nora, amir, contact } = await mailed();
  const field = await newField(tenant, { key: 'quokka', label: 'Wombat', inList: true });
  const form = await newForm(tenant, { fields: [field], questions: [{ field: 'quokka' }] });
  const portal = portalOf(nora);
  const post = (path: string, words: Record<string, string>) =>
    portal.ask(path, { form: { key: newKey(), workspace: contact.accountId, ...words } });
  const opened = await post(form.path, { subject: 'The dock', body: 'It leaks.', quokka: 'zebrafoal' });
  const number = Number(/\/requests\/(\d+)/.exec(opened.headers.get('Location') ?? '')?.[1]);
  await post(`/requests/${number}/fields/${field.id}`, { quokka: 'zebramare' });
  const path = `/requests/${number}`;
  expect(await portal.page(path)).toMatch(/zebrafoal[\s\S]*zebramare/);
  expect(await portal.page('/?quokka=zebramare')).toContain('The dock');

  await force("UPDATE fields SET portal_access = 'none' WHERE id = ?", field.id);
  await amir.reply(number, 'We come at nine.');
  const link = await mailedLink(tenant, amir, contact.email);
  const pages = ['/', '/?all=1&sort=number', '/requests/updates', path, `${path}?from=1`, '/requests/new'];
  pages.push(`${path}/updates?after=0`, `/requests/new?follow_up=${number}`, `${path}/people`);
  for (const page of pages) expect(await (await portal.ask(page)).text(), page).not.toMatch(/zebra|Wombat/);
  expect(await (await request(tenant.host, link)).text()).not.toMatch(/zebra|Wombat/);
  for (const query of ['q=zebramare', 'q=zebrafoal']) {
    expect(await portal.page(`/?${query}`), query).not.toContain('The dock');
    expect(await (await fileOf(portal, query)).text(), query).not.toContain('The dock');
  }
  // As if there had never been one: a filter that stays would tell whether anything passes it.
  for (const filter of ['quokka=zebramare', 'quokka=nothing', 'never_was=zebramare'])
    expect((await portal.ask(`/?${filter}`)).headers.get('Location'), filter).toBe('/?said=dropped');
  const [right, wrong] = [await fileOf(portal, 'quokka=zebramare'), await fileOf(portal, 'quokka=nothing')];
  const file = await right.text();
  expect(file).toBe(await wrong.text());
  expect(file).not.toMatch(/zebra|Wombat/);
  expect((await post(`${path}/fields/${field.id}`, { quokka: '' })).status).toBe(404);
});

function fileOf(portal: ReturnType<typeof portalOf>, query: string) {
  return portal.ask('/requests.csv', { form: { query } });
}
