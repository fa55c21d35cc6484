import type { Page } from '@playwright/test';
import { openTicket } from '../support/agent.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { signIn } from '../support/sign-in.ts';

const box = (page: Page) => page.getByLabel('Your reply');
const note = (page: Page) => page.getByText('Here is what you had begun to write.');
const kept = (page: Page) => page.locator('form[data-kept]');

/** Writes, and waits until it is kept. */
async function begin(page: Page, text: string): Promise<void> {
  await box(page).pressSequentially(text);
  await expect(kept(page)).toHaveCount(1);
}

const drafts = (page: Page): Promise<number> =>
  page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length");

test('words that were not sent survive the closing of the tab, and go when they are sent', async ({
  company,
  enter,
}) => {
  const first = await enter(company.nora);
  const path = await askRequest(first, company.host, { subject: 'The gate' });
  await begin(first, 'Half a thought');
  await first.close();

  const page = await first.context().newPage();
  await page.goto(at(company.host, path));
  await expect(note(page)).toBeVisible();
  await expect(box(page)).toHaveValue('Half a thought');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(page, 'Half a thought')).toHaveCount(1);
  await expect.poll(() => drafts(page)).toBe(0);
  await page.goto(at(company.host, path));
  await expect(box(page)).toHaveValue('');
  await expect(note(page)).toBeHidden();
});

test('a draft can be thrown away', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'The gate' });
  await begin(page, 'Never mind');
  await page.reload();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
  expect(await drafts(page)).toBe(0);
});

test('a request that was begun comes back whole, and not in another form', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/requests/new'));
  await page.getByLabel('Subject').fill('Half a subject');
  await page.getByLabel('Description').fill('Half a description');
  await page.getByLabel('Priority').selectOption('Urgent');
  await expect(kept(page)).toHaveCount(1);
  await page.goto(at(company.host, '/settings'));
  await page.goto(at(company.host, '/requests/new'));
  await expect(note(page)).toBeVisible();
  await expect(page.getByLabel('Subject')).toHaveValue('Half a subject');
  await expect(page.getByLabel('Description')).toHaveValue('Half a description');
  await expect(page.getByLabel('Priority').locator('option:checked')).toHaveText('Urgent');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('We have your request.')).toBeVisible();
  await expect(box(page)).toHaveValue('');
  await expect.poll(() => drafts(page)).toBe(0);
});

test('whoever signs in next in the same browser finds nothing, nor does anybody after signing out', async ({
  company,
  enter,
}) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/requests/new'));
  await page.getByLabel('Subject').pressSequentially('A secret of Nora’s');
  await expect(kept(page)).toHaveCount(1);
  await page.context().clearCookies();
  await signIn(page.context(), company.nils);
  await page.goto(at(company.host, '/requests/new'));
  await expect.poll(() => drafts(page)).toBe(0);
  await expect(page.getByLabel('Subject')).toHaveValue('');

  await page.getByLabel('Subject').pressSequentially('A secret of Nils’s');
  await expect(kept(page)).toHaveCount(1);
  await page.goto(at(company.host, '/'));
  await page.locator('summary', { hasText: 'Nils' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => drafts(page)).toBe(0);
});

test('of two tabs the later word wins, and what one has sent does not come back in the other', async ({
  company,
  enter,
}) => {
  const one = await enter(company.nora);
  const path = await askRequest(one, company.host, { subject: 'Two tabs' });
  const two = await one.context().newPage();
  await two.goto(at(company.host, path));
  await begin(one, 'From the first');
  await begin(two, 'From the second');
  const third = await one.context().newPage();
  await third.goto(at(company.host, path));
  await expect(box(third)).toHaveValue('From the second');
  await two.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(two, 'From the second')).toHaveCount(1);
  await third.reload();
  await expect(messages(third, 'From the second')).toHaveCount(1);
  await expect(box(third)).toHaveValue('');
  // The first tab still has its own.
  await expect(box(one)).toHaveValue('From the first');
});

test('a reply whose answer was lost comes back, and is not doubled by a second press', async ({ company, enter }) => {
  const page = await enter(company.nora);
  const path = await askRequest(page, company.host, { subject: 'A bad line' });
  await begin(page, 'Did this arrive?');
  const before = await page.evaluate('JSON.stringify(localStorage)');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(page, 'Did this arrive?')).toHaveCount(1);
  // As if the answer, with its cookie, had never come.
  await page.context().clearCookies({ name: '__Host-sent' });
  await page.evaluate(`Object.assign(localStorage, ${before})`);
  await page.goto(at(company.host, path));
  await expect(box(page)).toHaveValue('Did this arrive?');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.waitForURL(/\?sent/);
  await expect(messages(page, 'Did this arrive?')).toHaveCount(1);
  await expect.poll(() => drafts(page)).toBe(0);
});

test("an agent's note comes back as a note", async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'To be noted' });
  const page = await enter(company.amir);
  await page.goto(at(agentHost, '/tickets'));
  await openTicket(page, 'To be noted');
  await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  await begin(page, 'Between us');
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(box(page)).toHaveValue('Between us');
  await expect(page.getByRole('radio', { name: 'Internal note' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Save note' })).toBeVisible();
});
