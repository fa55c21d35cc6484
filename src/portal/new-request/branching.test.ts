import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { branchingDesk } from '../../../test/helpers/branching-desk.ts';
import { browserOf, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn, shownIn } from '../../../test/helpers/form-in.ts';

const words = { subject: 'Wrong bill', body: 'It is **twice** the price.' };
const first = async (desk: Awaited<ReturnType<typeof branchingDesk>>) => desk.portal.page(desk.form.path);

test('without script the form goes step by step, and the last step sends', async () => {
  const desk = await branchingDesk();
  const start = await first(desk);
  expect(shownIn(start)).toEqual(['subject', 'body', 'topic', 'parts']);
  expect(start).toContain('name="continue"');
  const second = await desk.send(start, { ...words, topic: 'billing', continue: '1' });
  expect(second.status).toBe(200);
  expect(shownIn(second.html)).toEqual(['subject', 'body', 'topic', 'order_no', 'parts']);
  expect(wordsOf(second.html)).toContain('Your answers lead to one more question: Order number');
  const bare = await desk.send(start, { topic: 'billing', continue: '1' });
  expect(bare.html).not.toContain('Please fill this in.');
  expect(second.html).toContain('name="continue"');
  const third = await desk.send(second.html, { order_no: '4711', continue: '1' });
  expect(shownIn(third.html)).toEqual(['subject', 'body', 'topic', 'order_no', 'day', 'parts']);
  expect(third.html).not.toContain('name="continue"');
  expect(formIn(third.html, desk.form.path)).toMatchObject({
    ...words,
    topic: 'billing',
    order_no: '4711',
    day: '2026-02-03',
  });
  const sent = await desk.send(third.html, { parts: 'arm' });
  expect([sent.status, sent.place]).toEqual([303, '/requests/1001?opened']);
});

test('the button that sends sends nothing while answers lead to more questions', async () => {
  const desk = await branchingDesk();
  const answer = await desk.send(await first(desk), { ...words, topic: 'billing' });
  expect(answer.status).toBe(200);
  expect(shownIn(answer.html)).toContain('order_no');
  expect(formIn(answer.html, desk.form.path)).toMatchObject(words);
  expect((await desk.portal.ask('/requests/1001')).status).toBe(404);
});

test('what is required is asked, what cannot stand is said, and nothing typed is lost', async () => {
  const desk = await branchingDesk();
  const second = await desk.send(await first(desk), { ...words, topic: 'billing' });
  const wrong = await desk.send(second.html, { order_no: 'A-17' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('>Order number: Please use digits only.</a>');
  expect(formIn(wrong.html, desk.form.path)).toMatchObject({ ...words, order_no: 'A-17' });
  const none = await desk.send(second.html, { order_no: '' });
  expect(none.html).toContain('>Order number: Please fill this in.</a>');
  const topicless = await desk.send(await first(desk), words);
  expect(topicless.html).toContain('>Topic: Please choose one of the list.</a>');
});

test('answers to what is not asked any more are dropped, and come back with the answer that asks for them', async () => {
  const desk = await branchingDesk();
  const second = await desk.send(await first(desk), { ...words, topic: 'billing' });
  const away = await desk.send(second.html, { order_no: '4711', topic: 'bug', continue: '1' });
  expect(shownIn(away.html)).not.toContain('order_no');
  expect(formIn(away.html, desk.form.path)['order_no']).toBe('4711');
  const sent = await desk.send(away.html, {});
  const page = wordsOf(await desk.portal.page(sent.place ?? ''));
  expect(page).toContain('Topic BUG');
  expect(page).not.toContain('4711');
  const { results } = await env.DB.prepare('select value from ticket_field_values where tenant_id = ?')
    .bind(desk.tenant.id)
    .all();
  expect(results.map(({ value }) => value).sort()).toEqual(['"Zebra"', '"bug"']);
});

test('answers stand under the request as they were asked; unreadable ones only before agents', async () => {
  const desk = await branchingDesk();
  const second = await desk.send(await first(desk), { ...words, topic: 'billing' });
  const third = await desk.send(second.html, { order_no: '4711' });
  const sent = await desk.send(third.html, { parts: 'eye' });
  const arrived = await desk.portal.page(sent.place ?? '');
  expect(arrived).toContain('<p>We <strong>look</strong> at it today.</p>');
  await env.DB.prepare("update fields set label = 'Renamed' where id = ?").bind(desk.order.id).run();
  await desk.form.publish({ fields: desk.fields });
  const later = wordsOf(await desk.portal.page('/requests/1001'));
  expect(later).toContain('Order number 4711');
  expect(later).toContain('Day of the order Feb 3, 2026');
  expect(later).toContain('Parts EYE');
  expect(later).not.toContain('We look at it today');
  await env.DB.prepare("update fields set portal_access = 'none' where id = ?").bind(desk.order.id).run();
  const hidden = await desk.portal.page('/requests/1001');
  expect(hidden).not.toContain('4711');
  for (const secret of ['Zebra', 'Hush']) expect(hidden).not.toContain(secret);
  const ticket = wordsOf(await browserOf(desk.amir).page('/tickets/1001'));
  expect(ticket).toContain('Order number 4711');
});

test('what nobody may read is in no byte of the page, and cannot be sent', async () => {
  const desk = await branchingDesk();
  const start = await desk.portal.page(`${desk.form.path}?source=mine`);
  for (const secret of ['Zebra', 'Hush', 'source', 'mine']) expect(start).not.toContain(secret);
  const answer = await desk.send(start, { ...words, topic: 'bug', source: 'mine' });
  expect(answer.status).toBe(400);
});
