import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm } from '../../../test/helpers/new-form.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { scanForm } from '../../../test/helpers/scan-form.ts';
import { fileRows } from '../../../test/helpers/uploads.ts';

/** Nora fills in a form with a text, a choice and a file of its own; a second form is the tenant's usual one. */
async function scene() {
  const desk = await newDesk();
  const { tenant } = desk;
  const { order, topic, form, answers, withScan } = await scanForm(tenant);
  const portal = portalOf(desk.nora);
  const typed: Record<string, string> = {
    ...formIn(await portal.page(form.path), form.path),
    ...{ subject: 'The <bill>', body: 'It is **wrong**.', ...answers },
  };
  const send = () => portal.ask(form.path, { body: withScan(typed) });
  const retire = () => env.DB.prepare('update forms set retired_at = 1 where id = ?').bind(form.id).run();
  return { ...desk, order, topic, form, portal, typed, send, retire };
}

test('a form that was retired while it was filled in gives all of it back, and another form takes it on', async () => {
  const { tenant, portal, send, retire } = await scene();
  await retire();
  const answer = await send();
  expect(answer.status).toBe(404);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('This form is not here any more');
  expect(html).toContain('value="The &lt;bill&gt;"');
  expect(typedIn(html, 'body')).toBe('It is **wrong**.\n\nOrder number: A-1\n\nTopic: Billing');
  expect(html).toContain('scan.pdf</bdi>');
  const carried = formIn(html, '/requests/new/request');
  const next = await portal.ask('/requests/new/request', { form: { ...carried, continue: 'carried' } });
  expect(next.status).toBe(200);
  const page = await next.text();
  expect(wordsOf(page)).toContain('It has not been sent yet.');
  const filled = formIn(page, '/requests/new/request');
  expect(filled).toMatchObject({ subject: 'The <bill>', body: carried['body'], files: carried['files'] });
  const sent = await portal.ask('/requests/new/request', { form: filled });
  expect(sent.headers.get('Location')).toBe('/requests/1001?opened');
  expect((await fileRows(tenant)).map(({ place, name }) => `${place} ${name}`)).toEqual(['message scan.pdf']);
});

test('so it is with one that is meant for others now, also where only one form was left', async () => {
  const { portal, form, typed } = await scene();
  await env.DB.prepare('update forms set audience = \'{"kind":"roles","roles":["nobody"]}\' where id = ?')
    .bind(form.id)
    .run();
  const answer = await portal.ask('/requests/new', { form: typed });
  expect(answer.status).toBe(404);
  expect(typedIn(await answer.text(), 'body')).toContain('Order number: A-1');
});

test('of a field that was shut to contacts only their own words come back', async () => {
  const { tenant, portal, form, typed, retire } = await scene();
  await retire();
  await env.DB.prepare("update fields set portal_access = 'none' where tenant_id = ?").bind(tenant.id).run();
  const html = await (await portal.ask(form.path, { form: typed })).text();
  expect(typedIn(html, 'body')).toBe('It is **wrong**.\n\nYour answer: A-1');
  expect(html).not.toMatch(/Order number|Topic|Billing/);
});

test('of fields that the form did not ask nothing can be learned by naming them', async () => {
  const { tenant, portal, form, typed, retire } = await scene();
  const risk = await newField(tenant, { label: 'Risk of leaving', access: 'none' });
  await retire();
  const { shown: _, ...own } = typed;
  const back = async (more: Record<string, string>) =>
    typedIn(await (await portal.ask(form.path, { form: { ...own, ...more } })).text(), 'body');
  const plain = await back({});
  expect(plain).toContain('Order number: A-1');
  expect(await back({ [risk.key]: 'high' })).toBe(plain);
  expect(await back({ no_such_field: 'high' })).toBe(plain);
});

test('without any form left the words are there to be copied', async () => {
  const { tenant, portal, form, typed } = await scene();
  await env.DB.prepare('update forms set retired_at = 1 where tenant_id = ?').bind(tenant.id).run();
  const html = await (await portal.ask(form.path, { form: typed })).text();
  expect(wordsOf(html)).toContain('Copy it if you need it.');
  expect(typedIn(html, 'body')).toContain('It is **wrong**.');
  expect(html).not.toContain('name="continue"');
});

test('what was kept for a form when the session ended is shown though the form is gone', async () => {
  const { tenant, contact, portal, form, typed, retire } = await scene();
  await env.DB.prepare('update sessions set ended_at = 1 where tenant_id = ?').bind(tenant.id).run();
  await portal.ask(form.path, { form: typed });
  await retire();
  const back = portalOf(await contactAtWork(contact));
  const answer = await back.ask(form.path);
  expect([answer.status, typedIn(await answer.text(), 'body')]).toEqual([
    404,
    'It is **wrong**.\n\nOrder number: A-1\n\nTopic: Billing',
  ]);
  // So it is where the form stood at the address of them all.
  await env.DB.prepare("update drafts set form = '/requests/new' where tenant_id = ?").bind(tenant.id).run();
  await newForm(tenant);
  expect(typedIn(await back.page('/requests/new'), 'body')).toContain('Order number: A-1');
  const other = portalOf(await contactAtWork(await contactOf(tenant)));
  expect(wordsOf(await other.page(form.path))).not.toContain('wrong');
});
