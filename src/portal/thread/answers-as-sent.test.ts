import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm } from '../../../test/helpers/new-form.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { fileRows, multipartOf, samples } from '../../../test/helpers/uploads.ts';

/** Nora has sent a form with an order number, a topic and a scan. */
async function scene() {
  const desk = await newDesk();
  const { tenant, contact } = desk;
  const order = await newField(tenant, { label: 'Order number' });
  const topic = await newField(tenant, {
    label: 'Topic',
    type: 'select',
    choices: [{ id: 'cho_b', label: 'Billing' }],
  });
  const scan = await newField(tenant, { label: 'Scan', type: 'file' });
  const fields = [order, topic, scan];
  const form = await newForm(tenant, { fields, questions: fields.map(({ key }) => ({ field: key })) });
  const portal = portalOf(desk.nora);
  const typed = { subject: 'Bill', body: 'Wrong.', [order.key]: 'A-1', [topic.key]: 'cho_b' };
  await portal.ask(form.path, {
    body: multipartOf({ ...formIn(await portal.page(form.path), form.path), ...typed }, [
      { name: scan.key, file: 'scan.pdf', bytes: samples.pdf },
    ]),
  });
  const path = '/requests/1001';
  const page = () => portal.page(`${path}?from=1`);
  const change = (field: typeof order, value: string) =>
    portal.ask(`${path}/fields/${field.id}`, {
      form: { key: newKey(), workspace: contact.accountId, [field.key]: value },
    });
  return { ...desk, order, topic, portal, path, page, change };
}

const asSent = (html: string) => /<details class="answers"[\s\S]*?<\/details>/.exec(html)?.[0] ?? '';

test('what a request was sent with is folded away while its details say the same, and all there', async () => {
  const { page, change, order } = await scene();
  const fresh = asSent(await page());
  expect(fresh).toMatch(/^<details class="answers"><summary>Answers as they were sent<\/summary>/);
  expect(wordsOf(fresh)).toContain('Order number A-1 Topic Billing Scan scan.pdf');
  await change(order, 'B-2');
  const moved = asSent(await page());
  expect(moved).toMatch(/^<details class="answers" open/);
  expect(wordsOf(moved)).toContain('Order number A-1');
  await change(order, 'A-1');
  expect(asSent(await page())).not.toMatch(/^<details[^>]*open/);
});

test('a question that is called otherwise now, or was emptied, stands open as it was sent', async () => {
  const { page, change, order, topic } = await scene();
  await change(topic, '');
  expect(asSent(await page())).toMatch(/open/);
  await change(topic, 'cho_b');
  expect(asSent(await page())).not.toMatch(/<details[^>]*open/);
  await env.DB.prepare("update fields set label = 'Purchase' where id = ?").bind(order.id).run();
  const renamed = asSent(await page());
  expect(renamed).toMatch(/open/);
  expect(wordsOf(renamed)).toContain('Order number A-1');
});

test('files stand as links with their size, in the details and in the answers', async () => {
  const { tenant, page } = await scene();
  const id = String((await fileRows(tenant))[0]?.['id']);
  const html = await page();
  const link = `<a href="/files/${id}"><bdi>scan.pdf</bdi></a>`;
  const size = `${samples.pdf.byteLength} bytes`;
  expect(html.split(link)).toHaveLength(3);
  const details = /id="request-details"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  expect(wordsOf(details)).toContain(`scan.pdf ${size}`);
  expect(wordsOf(asSent(html))).toContain(`scan.pdf ${size}`);
});
