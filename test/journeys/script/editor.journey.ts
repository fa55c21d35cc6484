import type { Page } from '@playwright/test';
import { openTicket } from '../support/agent.ts';
import { bringFiles, pixels } from '../support/bring-files.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

const box = (page: Page) => page.getByLabel('Your reply');
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Formatting' });

/** Nobody types faster than code comes; a script would. */
async function begin(page: Page): Promise<void> {
  const coming = page.waitForResponse(/markdown-editor/);
  await box(page).click();
  await coming;
  await expect.poll(() => page.evaluate("customElements.get('markdown-editor') !== undefined")).toBe(true);
}

test('marks come by buttons and by keys, lists go on, and undo takes each back', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'The gate' });
  await begin(page);
  await page.keyboard.type('It is very loud');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await bar(page).getByRole('button', { name: 'Bold' }).click();
  await expect(box(page)).toHaveValue('It is very **loud**');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+b');
  await expect(box(page)).toHaveValue('It is very loud');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box(page)).toHaveValue('It is very **loud**');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- on Monday');
  await page.keyboard.press('Enter');
  await page.keyboard.type('on Tuesday');
  await expect(box(page)).toHaveValue('It is very **loud**\n\n- on Monday\n- on Tuesday');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('_Thanks_');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('[data-preview-body] strong')).toHaveText('loud');
  await page.getByRole('button', { name: 'Send reply' }).click();
  const sent = messages(page, 'It is very loud');
  await expect(sent.locator('strong')).toHaveText('loud');
  await expect(sent.getByRole('listitem')).toHaveText(['on Monday', 'on Tuesday']);
  await expect(sent.locator('em')).toHaveText('Thanks');
});

test('an address pasted over words links them', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'The manual' });
  await begin(page);
  await page.keyboard.type('see the manual');
  for (let letter = 0; letter < 6; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://acme.test/manual');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })()`);
  await expect(box(page)).toHaveValue('see the [manual](https://acme.test/manual)');
});

test('the bar is one stop for Tab, and arrow keys go along it', async ({ company, enter }) => {
  const page = await enter(company.amir);
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'By keyboard' });
  await page.goto(at(agentHost, '/tickets'));
  await openTicket(page, 'By keyboard');
  await begin(page);
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Bold' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(bar(page).getByRole('button', { name: 'Quote' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('> ');
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Quote' })).toBeFocused();
});

test('pictures come into the text and files below it, and what broke off is tried again', async ({
  company,
  enter,
  complaints,
}) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'The crane' });
  await begin(page);
  const kept = page.getByRole('list', { name: 'Attached, not sent yet' }).getByRole('listitem');
  await page.keyboard.type('Look: ');
  complaints.expect(/net::ERR_FAILED/);
  await page.route('**/uploads', (route) => route.abort(), { times: 1 });
  await bringFiles(page, 'paste', [{ name: 'plan.png', type: 'image/png', bytes: pixels }]);
  await expect(kept.getByText('This did not arrive.')).toBeVisible();
  await expect(page.locator('[data-said]')).toContainText('This did not arrive.');
  await expect(box(page)).toHaveValue('Look: ');
  await kept.getByRole('button', { name: 'Try again' }).click();
  await expect(box(page)).toHaveValue(/^Look: !\[plan\.png\]\(attachment:att_\w+\)$/);
  await expect(page.locator('[data-said]')).toHaveText('plan.png is attached.');
  await box(page).press('ControlOrMeta+End');
  await page.keyboard.type(' and ');
  await bringFiles(page, 'drop', [
    { name: 'log.txt', type: 'text/plain', size: 9 },
    { name: 'hall [1].png', type: 'image/png', bytes: pixels },
    { name: 'film.mp4', type: 'video/mp4', size: 26 * 1024 * 1024 },
  ]);
  await expect(kept.getByText(/“film\.mp4” is larger than 25/)).toBeVisible();
  await expect(kept).toHaveCount(4);
  await expect(box(page)).toHaveValue(/\) and !\[hall \\\[1\\\]\.png\]\(attachment:att_\w+\)$/);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('[data-preview-body] img')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove hall [1].png' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(kept).toHaveCount(2);
  await expect(box(page)).toHaveValue(/\) and $/);
  await page.getByRole('button', { name: 'Send reply' }).click();
  const sent = messages(page, 'Look:');
  await expect(sent.getByRole('img', { name: 'plan.png' })).toHaveJSProperty('naturalWidth', 3);
  await expect(sent.getByRole('img')).toHaveCount(1);
  await expect(sent.getByRole('link', { name: /log\.txt/ })).toBeVisible();

  await sent.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Your message').press('ControlOrMeta+End');
  await page.keyboard.type('here');
  await expect(page.locator('form[data-kept]')).toHaveCount(1);
  await page.reload();
  await expect(page.getByText('It is not saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(messages(page, 'here').getByRole('img', { name: 'plan.png' })).toHaveCount(1);
});
