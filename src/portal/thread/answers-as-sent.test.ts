import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { asSent, scanForm } from '../../../test/helpers/scan-form.ts';
import { fileRows, samples } from '../../../test/helpers/uploads.ts';

/** Nora has sent a form with an order number, a topic and a scan. */
async function scene() {
  const desk = await newDesk();
  const { tenant, contact } = desk;
  const { order, topic, form, answers, withScan } = await scanForm(tenant);
  const portal = portalOf(desk.nora);
  const typed = { subject: 'Bill', body: 'Wrong.', ...answers };
  await portal.ask(form.path, { body: withScan({ ...formIn(await portal.page(form.path), form.path), ...typed }) });
  const path = '/requests/1001';
  const page = () => portal.page(`${path}?from=1`);
  const change = (field: typeof order, value: string) =>
    portal.ask(`${path}/fields/${field.id}`, {
      form: { key: newKey(), workspace: contact.accountId, [field.key]: value },
    });
  return { ...desk, order, topic, portal, path, page, change };
}

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
