import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Audience } from '#forms/definition.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm, retireFirstForm } from '../../../test/helpers/new-form.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const path = '/requests/new';
const offered = (html: string) => [...html.matchAll(/href="\/requests\/new\/([^"?]*)"/g)].map(([, slug]) => slug);

test('one form is the page itself; of several each stands in its group with what it is for', async () => {
  const { tenant, nora } = await newDesk();
  const portal = portalOf(nora);
  expect(await portal.page(path)).toContain(`action="${path}"`);
  await newForm(tenant, { slug: 'bill', name: 'A <bill>', description: 'Money & more', group: 'Office', icon: 'mail' });
  await newForm(tenant, { slug: 'idea', name: 'An idea', icon: '"><script>' });
  await newForm(tenant, { slug: 'quote', name: 'A quote', group: 'Office' });
  const html = await portal.page(path);
  expect(offered(html)).toEqual(['request', 'idea', 'bill', 'quote']);
  expect(wordsOf(html)).toContain('Office A &lt;bill&gt; Money & more A quote');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<textarea');
  expect(await portal.page(`${path}/bill`)).toContain('<h1><bdi>A &lt;bill&gt;</bdi></h1>');
});

test('a follow-up keeps what it follows while the form is chosen', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open('The old matter');
  await newForm(tenant, { slug: 'idea' });
  const portal = portalOf(nora);
  expect(await portal.page(`${path}?follow_up=${number}`)).toContain(`href="${path}/idea?follow_up=${number}"`);
  const form = formIn(await portal.page(`${path}/idea?follow_up=${number}`), `${path}/idea`);
  expect(form).toMatchObject({ subject: 'The old matter', follow_up: String(number) });
  // The box under a closed request says no form: it is the tenant's usual one.
  const sent = await portal.ask(path, {
    form: {
      key: form['key'] ?? '',
      workspace: form['workspace'] ?? '',
      ...{ follow_up: `${number}`, subject: 'Again', body: 'x' },
    },
  });
  expect(sent.status).toBe(303);
});

test('who is not meant finds no form, in the list or by its name', async () => {
  const { tenant, nora, contact } = await newDesk();
  await env.DB.prepare("update accounts set tier = 'gold' where id = ?").bind(contact.accountId).run();
  const nils = await contactOf(tenant, { accountId: contact.accountId, role: 'member' });
  const ines = await contactOf(tenant);
  const audiences: Record<string, Audience> = {
    account: { kind: 'accounts', accounts: [contact.accountId] },
    gold: { kind: 'tiers', tiers: ['gold', 'silver'] },
    admins: { kind: 'roles', roles: ['admin'] },
    members: { kind: 'roles', roles: ['member'] },
    nobody: { kind: 'accounts', accounts: [] },
  };
  for (const [slug, audience] of Object.entries(audiences)) await newForm(tenant, { slug, audience });
  const mine = {
    nora: portalOf(nora),
    nils: portalOf({ signedIn: await signIn(nils) }),
    ines: portalOf({ signedIn: await signIn(ines) }),
  };
  const expected = {
    nora: ['account', 'gold', 'admins'],
    nils: ['account', 'gold', 'members'],
    ines: ['admins'],
  };
  for (const who of ['nora', 'nils', 'ines'] as const) {
    const portal = mine[who];
    expect(offered(await portal.page(path)), who).toEqual(['request', ...expected[who]]);
    const keys = await portal.filled(`${path}/request`, { subject: 'S', body: 'B' });
    for (const slug of Object.keys(audiences)) {
      const status = expected[who].includes(slug) ? 200 : 404;
      expect((await portal.ask(`${path}/${slug}`)).status, `${who} ${slug}`).toBe(status);
      if (status === 404) expect((await portal.ask(`${path}/${slug}`, { form: keys })).status).toBe(404);
    }
  }
});

test('who is not meant learns nothing of what a form has asked before', async () => {
  const { tenant, nora } = await newDesk();
  const order = await newField(tenant, { label: 'Order number' });
  const asks = { fields: [order], questions: [{ field: order.key }] };
  const others = await newForm(tenant, { ...asks, audience: { kind: 'accounts', accounts: [] } });
  await others.publish({});
  const [portal, usual] = [portalOf(nora), `${path}/request`];
  const page = formIn(await portal.page(usual), usual);
  const typed = { subject: 'S', body: 'B', [order.key]: 'A-1', shown: `subject body ${order.key}` };
  const send = () => portal.ask(usual, { form: { ...page, ...typed, form: `${others.id}.1` } });
  const refused = await send();
  expect([refused.status, (await refused.text()).includes('Order number')]).toEqual([400, false]);
  await env.DB.prepare(`update forms set audience = '{"kind":"all"}' where id = ?`).bind(others.id).run();
  expect(wordsOf(await (await send()).text())).toContain('Order number A-1');
});

test('a form is not there before it is published, after it was retired, or at another tenant', async () => {
  const { tenant, nora } = await newDesk();
  const other = await newDesk();
  const form = await newForm(tenant, { slug: 'once' });
  const portal = portalOf(nora);
  const filled = { ...formIn(await portal.page(form.path), form.path), subject: 'S', body: 'B' };
  expect((await portalOf(other.nora).ask(form.path)).status).toBe(404);
  await env.DB.prepare('update forms set retired_at = 1 where id = ?').bind(form.id).run();
  expect((await portal.ask(form.path)).status).toBe(404);
  expect((await portal.ask(form.path, { form: filled })).status).toBe(404);
  expect(offered(await portal.page(path))).toEqual([]);
  await env.DB.prepare('update forms set retired_at = null, published_version = null where id = ?').bind(form.id).run();
  expect((await portal.ask(form.path)).status).toBe(404);
  await retireFirstForm(tenant);
  expect(wordsOf(await portal.page(path))).toContain('There is no form for you yet');
});

test('what was written where there was one form is there when there are several', async () => {
  const { tenant, nora, contact } = await newDesk();
  const portal = portalOf(nora);
  const form = { ...formIn(await portal.page(path), path), subject: 'Unsent', body: 'Words' };
  await portal.ask('/sign-out', { method: 'POST' });
  await portal.ask(path, { form });
  await newForm(tenant, { slug: 'second' });
  const again = portalOf({ signedIn: await signIn(contact) });
  expect(formIn(await again.page(path), path)).toMatchObject({ subject: 'Unsent', body: 'Words' });
  const elsewhere = await contactOf(tenant);
  expect(offered(await portalOf({ signedIn: await signIn(elsewhere) }).page(path))).toEqual(['request', 'second']);
});

test('a page of a form takes one trip, and reads a few rows', async () => {
  const { tenant, nora } = await newDesk();
  const form = await newForm(tenant, { slug: 'quick' });
  for (const place of [path, form.path]) {
    const timing = (await portalOf(nora).ask(place)).headers.get('Server-Timing') ?? '';
    expect(timing, place).toContain('trips=1 ');
    expect(Number(/rows=(\d+)/.exec(timing)?.[1]), place).toBeLessThanOrEqual(30);
  }
});
