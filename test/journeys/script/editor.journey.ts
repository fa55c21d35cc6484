import type { Page } from '@playwright/test';
import { openTicket } from '../support/agent.ts';
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
  await page.waitForFunction("customElements.get('markdown-editor') !== undefined");
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
