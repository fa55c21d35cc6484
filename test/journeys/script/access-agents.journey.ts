import type { Page } from '@playwright/test';
import { answer, openTicket, stopReading } from '../support/agent.ts';
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

test('what agents search for', async ({ enter }) => {
  const page = await enter(olivia);
  for (const words of ['gate', '1043', 'nothing of this kind']) {
    await page.goto(at(agentHost, `/tickets?q=${encodeURIComponent(words)}`));
    await checkPage(page, `search for ${words}`);
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
  await stopReading(page);
  await answer(other, 'Quicker.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await page.clock.resume();
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

test('accounts, their domains and who may come in', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  const visit = visitor(page);
  await visit('/accounts', 'accounts');
  await visit('/accounts?q=zzz', 'no such account');
  await visit('/accounts/new', 'new account');
  await page.goto(at(agentHost, '/accounts'));
  await page.getByRole('link', { name: 'Northwind' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind' })).toBeVisible();
  const account = new URL(page.url()).pathname;
  await visit(`${account}/people/new`, 'new person');
  await page.getByLabel('Email address').fill('waits@northwind.test');
  await page.getByRole('radio', { name: 'Send an invitation' }).check();
  await page.getByRole('button', { name: 'Add person' }).click();
  await visit(`${account}/domains/new`, 'new domain');
  await page.getByLabel('Domain').fill('gmail.com');
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await checkPage(page, 'domain refused');
  await page.getByLabel('Domain').fill('northwind.test');
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await expect(page.getByRole('button', { name: 'Confirm northwind.test' })).toBeVisible();
  await checkPage(page, 'domain to be confirmed');
  await visit(account, 'account');
  await visit(`${account}/edit`, 'edit account');
  await visit('/settings', 'settings');
  await visit('/settings/access', 'access settings');
});

test('people of an account, and why they see a ticket', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.olivia);
  const visit = visitor(page);
  const nora = await enter(company.nora);
  await nora.goto(at(company.host));
  await page.goto(at(agentHost, '/accounts'));
  await page.getByRole('link', { name: 'Northwind' }).click();
  await page.getByRole('link', { name: 'Nora Lindqvist' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Lindqvist' })).toBeVisible();
  await checkPage(page, 'person');
  const person = new URL(page.url()).pathname;
  await visit(`${person}/removal`, 'person to be removed');
  await visit(`${person}/state`, 'person to be disabled');
  await page.goto(at(agentHost, '/tickets'));
  await page.getByRole('table').getByRole('link', { name: 'Asked yesterday' }).click();
  await page.getByRole('link', { name: 'Who can see this?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who can see this ticket, and why' })).toBeVisible();
  await checkPage(page, 'who can see a ticket');
});

const visitor = (page: Page) => async (path: string, name: string) => {
  await page.goto(at(agentHost, path));
  await checkPage(page, name);
};

test('the audit', async ({ company, enter }) => {
  await enter(company.nora);
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/settings/audit'));
  await page.locator('summary', { hasText: 'Filters' }).click();
  await page.locator('td summary').first().click();
  await checkPage(page, 'audit');
  await page.goto(at(agentHost, '/settings/audit?person=nobody@nowhere.test'));
  await checkPage(page, 'audit, nobody found');
  await page.goto(at(agentHost, `/settings/audit?person=${company.nora.email}`));
  await checkPage(page, 'audit of a person');
});
