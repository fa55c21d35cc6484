import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { branchingDesk } from '../../../test/helpers/branching-desk.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn, shownIn } from '../../../test/helpers/form-in.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm } from '../../../test/helpers/new-form.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const words = { subject: 'Wrong bill', body: 'It is **twice** the price.' };
const first = async (desk: Awaited<ReturnType<typeof branchingDesk>>) => desk.portal.page(desk.form.path);

test('a double press, a reload and Back make one request; another answer makes another', async () => {
  const desk = await branchingDesk();
  const form = { ...formIn(await first(desk), desk.form.path), ...words, topic: 'bug' };
  const post = (change: Record<string, string> = {}) =>
    desk.portal.ask(desk.form.path, { form: { ...form, ...change } }).then((answer) => answer.headers.get('Location'));
  expect(await Promise.all([post(), post()])).toEqual(['/requests/1001?opened', '/requests/1001?opened']);
  const again = formIn(await first(desk), desk.form.path)['key'] ?? '';
  expect(await post({ key: again })).toBe('/requests/1001?opened');
  expect(await post({ key: again, parts: 'arm' })).toBe('/requests/1002?opened');
  const other = await desk.portal.ask(desk.form.path, { form: { ...form, parts: 'eye' } });
  expect(other.status).toBe(409);
});

test('an address fills in what it may, checked like what is typed', async () => {
  const desk = await branchingDesk();
  const filled = await desk.portal.page(
    `${desk.form.path}?topic=Billing&order_no=A-1&subject=${encodeURIComponent('<b>Hi')}`,
  );
  expect(shownIn(filled)).toContain('order_no');
  expect(formIn(filled, desk.form.path)).toMatchObject({ topic: 'billing', order_no: 'A-1', subject: '<b>Hi' });
  expect(filled).toContain('Please use digits only.');
  const wrong = await desk.portal.page(`${desk.form.path}?topic=nothing&parts=ARM&parts=eye&parts=x`);
  expect(formIn(wrong, desk.form.path)['topic']).toBe('');
  expect(wordsOf(wrong)).toContain('Please choose one of the list.');
  const unasked = await desk.portal.page(`${desk.form.path}?order_no=4711`);
  expect(formIn(unasked, desk.form.path)['order_no']).toBe('');
});

test('what is typed into a form that an address fills in may come back, and only there', async () => {
  const desk = await branchingDesk();
  const draftOf = (html: string) => {
    const tag = /<form-draft[^>]*>/.exec(html)?.[0] ?? '';
    return { place: /data-form="([^"]*)"/.exec(tag)?.[1], isFresh: tag.includes('data-fresh') };
  };
  const plain = draftOf(await first(desk));
  const filled = await desk.portal.page(`${desk.form.path}?topic=bug`);
  expect([plain.isFresh, draftOf(filled).isFresh]).toEqual([true, true]);
  expect(draftOf(filled).place).not.toBe(plain.place);
  expect(draftOf(await desk.portal.page(`${desk.form.path}?topic=bug`)).place).toBe(draftOf(filled).place);
  const back = await desk.send(filled, { subject: '', body: 'Typed' });
  expect([back.status, draftOf(back.html)]).toEqual([422, { place: plain.place, isFresh: false }]);
});

test('a form that was published anew keeps what fits, and sends at once where nothing is lost', async () => {
  const desk = await branchingDesk();
  const start = await first(desk);
  const { fields, topic, parts } = desk;
  const asked = { questions: [{ field: 'topic', required: true }], fields: [topic] };
  await desk.form.publish(asked);
  const lost = await desk.send(start, { ...words, topic: 'bug', parts: 'arm' });
  expect(lost.status).toBe(200);
  expect(wordsOf(lost.html)).toContain('This form was changed while you were writing');
  expect(wordsOf(lost.html)).toContain('Parts ARM');
  expect(formIn(lost.html, desk.form.path)).toMatchObject({ ...words, topic: 'bug' });
  expect((await desk.send(lost.html, {})).status).toBe(303);
  const fits = await desk.send(start, { subject: 'Second', body: 'Fits', topic: 'bug' });
  expect(fits.status).toBe(409);
  const newer = await first(desk);
  await desk.form.publish({
    questions: [
      { field: 'topic', required: true },
      { field: 'parts', required: true },
    ],
    fields: [topic, parts],
  });
  const more = await desk.send(newer, { subject: 'Third', body: 'More', topic: 'bug' });
  expect(more.status).toBe(200);
  expect(wordsOf(more.html)).toContain('This form was changed while you were writing');
  expect(shownIn(more.html)).toContain('parts');
  expect(fields).toHaveLength(5);
});

test('words of an ended session come back with every answer', async () => {
  const desk = await branchingDesk();
  const second = await desk.send(await first(desk), { topic: 'billing', continue: '1' });
  const typed = { ...formIn(second.html, desk.form.path), order_no: '4711', parts: 'eye' };
  await desk.portal.ask('/sign-out', { method: 'POST' });
  const refused = await desk.portal.ask(desk.form.path, { form: typed });
  expect(await refused.text()).toContain('What you wrote is kept');
  const again = portalOf({ signedIn: await signIn(desk.contact) });
  const html = await again.page(desk.form.path);
  expect(html).toContain('Here is what you wrote earlier.');
  expect(shownIn(html)).toEqual(['subject', 'body', 'topic', 'order_no', 'day', 'parts']);
  expect(formIn(html, desk.form.path)).toMatchObject({ topic: 'billing', order_no: '4711', parts: 'eye' });
});

test("a person's field takes people of the account, and no others", async () => {
  const desk = await newDesk();
  const { tenant, contact } = desk;
  const who = await newField(tenant, { key: 'who', label: 'Who is meant', type: 'person' });
  const form = await newForm(tenant, { slug: 'who', fields: [who], questions: [{ field: 'who', required: true }] });
  const nils = await contactOf(tenant, { name: 'Nils Berg', accountId: contact.accountId });
  const stranger = await contactOf(tenant, { name: 'Stranger', accountId: await accountOf(tenant) });
  const portal = portalOf(desk.nora);
  const html = await portal.page(form.path);
  expect(html).toContain('>Nils Berg</option>');
  expect(html).not.toContain('Stranger');
  const post = (person: string) =>
    portal.ask(form.path, { form: { ...formIn(html, form.path), ...words, who: person } });
  expect((await post(stranger.id)).status).toBe(422);
  expect((await post(nils.id)).status).toBe(303);
  expect(wordsOf(await portal.page('/requests/1001'))).toContain('Who is meant Nils Berg');
});

test('the form gives priority, team and tags; what the tenant has no more is left out', async () => {
  const desk = await newDesk();
  const { tenant } = desk;
  await env.DB.prepare("insert into teams (tenant_id, id, name, position) values (?, 'tea_1', 'Billing', 1)")
    .bind(tenant.id)
    .run();
  const urgent = await env.DB.prepare("select id from priorities where tenant_id = ? and label = 'Urgent'")
    .bind(tenant.id)
    .first<{ id: string }>();
  const form = await newForm(tenant, {
    slug: 'fast',
    outcome: { tags: ['Big Bill', 'fast'], team: 'tea_1', priority: urgent?.id },
  });
  const gone = await newForm(tenant, { slug: 'gone', outcome: { tags: [], team: 'tea_none', priority: 'pri_none' } });
  const portal = portalOf(desk.nora);
  for (const { path } of [form, gone]) {
    const html = await portal.page(path);
    expect((await portal.ask(path, { form: { ...formIn(html, path), subject: path, body: 'x' } })).status).toBe(303);
  }
  const { results } = await env.DB.prepare(
    `select t.team_id as team, p.label as priority, (select group_concat(name) from (select g.name from ticket_tags j
      join tags g on g.id = j.tag_id where j.ticket_id = t.id order by 1)) as tags, t.form_version as version
     from tickets t join priorities p on p.id = t.priority_id where t.tenant_id = ? order by t.number`,
  )
    .bind(tenant.id)
    .all();
  expect(results).toEqual([
    { team: 'tea_1', priority: 'Urgent', tags: 'big-bill,fast', version: 1 },
    { team: null, priority: 'Normal', tags: null, version: 1 },
  ]);
  for (const secret of ['Big Bill', 'big-bill', 'tea_1'])
    expect(await portal.page('/requests/1001')).not.toContain(secret);
});

test('a link from a mail shows the answers that contacts may read', async () => {
  const it = await newDesk();
  const secret = await newField(it.tenant, { key: 'secret', label: 'Secret', access: 'read' });
  const form = await newForm(it.tenant, { slug: 'link', fields: [secret], questions: [{ field: 'secret' }] });
  const portal = portalOf(it.nora);
  await portal.ask(form.path, {
    form: { ...formIn(await portal.page(form.path), form.path), ...words, secret: 'Sesame' },
  });
  const [mail] = sentMail(it.contact.email);
  const path = /https?:\/\/[^/]+(\/r\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const page = async () => wordsOf(await (await request(it.tenant.host, path)).text());
  expect(await page()).toContain('Secret Sesame');
  await env.DB.prepare("update fields set portal_access = 'none' where id = ?").bind(secret.id).run();
  expect(await page()).not.toContain('Sesame');
});

test('mail about it brings the answers; only agents get those that contacts may not read', async () => {
  const desk = await branchingDesk();
  const { tenant, contact, amir } = desk;
  await env.DB.prepare('update agents set notify_unassigned = 1 where tenant_id = ?').bind(tenant.id).run();
  // Shut after it was sent, before the mail goes.
  await env.DB.prepare(
    `create trigger shut_parts after insert on outbox when new.tenant_id = '${tenant.id}' begin
      update fields set portal_access = 'none' where id = '${desk.parts.id}'; end`,
  ).run();
  await desk.send(await first(desk), { ...words, topic: 'bug', parts: 'arm' });
  await env.DB.prepare('drop trigger shut_parts').run();
  const [toAgent] = sentMail(amir.signedIn.person.email);
  const [toContact] = sentMail(contact.email);
  expect(toAgent?.text).toContain('Topic: BUG\nParts: ARM');
  expect(toAgent?.html).toContain('>ARM</td>');
  expect(toContact?.text).toContain('Topic: BUG');
  for (const text of [toContact?.text, toContact?.html]) expect(text).not.toContain('ARM');
});

test('hostile words are words', async () => {
  const desk = await branchingDesk();
  const evil = '</textarea><script>alert(1)</script>\u202e';
  const answer = await desk.send(await first(desk), { subject: evil, body: evil, topic: evil, parts: evil });
  expect(answer.status).toBe(422);
  expect(answer.html).not.toContain('<script>alert');
  const nils = await contactAtWork(desk.contact);
  expect((await portalOf(nils).ask(desk.form.path, { form: { ...words, key: 'x' } })).status).toBe(400);
});
