import { answer, openTicket } from '../support/agent.ts';
import { checkPage } from '../support/check-page.ts';
import { newCompany, type Person } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

// Each in one journey only: who asks for a second mail voids the first.
const amir: Person = { host: agentHost, email: 'amir@acme.test', name: 'Amir Haddad' };
const olivia: Person = { host: agentHost, email: 'owner@acme.test', name: 'Olivia Brandt' };

test('lists of the demo', async ({ enter }) => {
  const page = await enter(olivia);
  for (const view of ['mine', 'unassigned', 'open', 'solved']) {
    await page.goto(at(agentHost, `/tickets?view=${view}`));
    await checkPage(page, `tickets, ${view}`);
  }
});

test('tickets of the demo', async ({ enter }) => {
  const page = await enter(amir);
  for (const view of ['mine', 'unassigned', 'solved']) {
    await page.goto(at(agentHost, `/tickets?view=${view}`));
    await page.locator('[data-row] a').first().click();
    await expect(page.getByRole('log')).toBeVisible();
    await checkPage(page, `first ticket, ${view}`);
  }
  await page.goto(at(agentHost, '/tickets?view=solved'));
  await page.locator('[data-row]').filter({ hasText: 'Closed' }).first().getByRole('link').click();
  await expect(page.getByText('This ticket is closed.')).toBeVisible();
  await checkPage(page, 'closed ticket');
});

test('what happens on a ticket', async ({ enter }) => {
  const company = await newCompany(desk);
  const [page, other] = [await enter(company.amir), await enter(company.olivia)];
  await openTicket(page, 'Asked yesterday');
  await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  await checkPage(page, 'ticket, writing a note');
  await page.getByRole('radio', { name: 'Reply' }).check({ force: true });
  await page.getByLabel('Your reply').fill('A **bold** answer');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
  await checkPage(page, 'ticket, preview');
  await openTicket(other, 'Asked yesterday');
  await answer(other, 'Quicker.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await checkPage(page, 'ticket that moved on');
  await page.goto(at(agentHost, '/tickets/999999'));
  await checkPage(page, 'no such ticket');
});

test('an empty desk and the list of keys', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  for (const view of ['mine', 'open']) {
    await page.goto(at(agentHost, `/tickets?view=${view}`));
    await checkPage(page, `nothing, ${view}`);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkPage(page, 'keys');
});
