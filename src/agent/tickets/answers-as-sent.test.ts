import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { asSent, scanForm } from '../../../test/helpers/scan-form.ts';
import { fileRows, multipartOf, samples } from '../../../test/helpers/uploads.ts';

/** Nora has sent a form with an order number and a scan. */
async function scene() {
  const desk = await newDesk();
  const { tenant, nora } = desk;
  const { order, scan, form, withScan } = await scanForm(tenant);
  const portal = portalOf(nora);
  const typed = { subject: 'Bill', body: 'Wrong.', [order.key]: 'A-1' };
  await portal.ask(form.path, { body: withScan({ ...formIn(await portal.page(form.path), form.path), ...typed }) });
  const browser = browserOf(desk.amir);
  const page = () => browser.page('/tickets/1001');
  const change = async (field: typeof order, typed: Record<string, string>) => {
    const path = `/tickets/1001/fields/${field.id}`;
    return browser.ask(path, { form: { ...formIn(await page(), path), ...typed } });
  };
  return { ...desk, order, scan, browser, page, change };
}

test('to agents, too, answers are folded away while the fields beside the thread say the same', async () => {
  const { page, change, order } = await scene();
  const fresh = asSent(await page());
  expect(fresh).toMatch(/^<details class="answers"><summary>/);
  expect(wordsOf(fresh)).toContain('Order number A-1 Scan scan.pdf');
  await change(order, { [order.key]: 'B-2' });
  const moved = asSent(await page());
  expect(moved).toMatch(/^<details class="answers" open/);
  expect(wordsOf(moved)).toContain('Order number A-1');
});

test('what was asked by a field that is called otherwise now stands open as it was sent', async () => {
  const { page, order } = await scene();
  await env.DB.prepare("update fields set label = 'Purchase' where id = ?").bind(order.id).run();
  expect(asSent(await page())).toMatch(/^<details class="answers" open/);
});

test('a line of the history that names a file leads agents to it for as long as it is there', async () => {
  const { tenant, nora, scan, page } = await scene();
  const portal = portalOf(nora);
  const path = `/requests/1001/fields/${scan.id}`;
  const typed = formIn(await portal.page('/requests/1001'), path);
  const { [scan.key]: _, ...without } = typed;
  await portal.ask(path, { body: multipartOf(without, [{ name: scan.key, file: 'second.pdf', bytes: samples.pdf }]) });
  const second = String((await fileRows(tenant)).find(({ name }) => name === 'second.pdf')?.['id']);
  const html = await page();
  const line = /<li class="entry event"(?:(?!<\/li>)[\s\S])*second\.pdf[\s\S]*?<\/li>/.exec(html)?.[0] ?? '';
  expect(line).toContain(`<a href="/files/${second}"><bdi>second.pdf</bdi></a>`);
  expect(wordsOf(line)).toContain('changed Scan from scan.pdf');
  expect(wordsOf(line)).toContain(`to second.pdf (${samples.pdf.byteLength} bytes)`);
  await env.DB.prepare('delete from ticket_field_values where tenant_id = ? and field_id = ?')
    .bind(tenant.id, scan.id)
    .run();
  const later = await page();
  expect(later).not.toContain(`href="/files/${second}"`);
  expect(wordsOf(later)).toContain('second.pdf');
});
