import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { mailTo } from '../support/mailbox.ts';
import { at } from '../support/places.ts';

/** The row of a table that says this. */
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an admin invites people, sends again what was lost, and takes back what was wrong', async ({
  company,
  enter,
}) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await expect(row(page, company.nora.email)).toContainText('You');
  await page.getByRole('link', { name: 'Invite people' }).click();
  const [ada, bob] = [`ada@${company.slug}.test`, `bob@${company.slug}.test`];
  await page.getByLabel('Email addresses').fill(`${ada}, ${company.nils.email}\nBob Stone <${bob}>`);
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await expect(page.getByText(`Invited: ${ada}, ${bob}`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toContainText(
    'has access already',
  );
  await expect(page.getByLabel('Email addresses')).toHaveValue(company.nils.email);
  const first = await mailTo(ada, 'invited');
  await page.getByRole('link', { name: 'People' }).first().click();
  await page.getByRole('link', { name: `Manage ${ada}` }).click();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('The invitation is sent again.')).toBeVisible();
  await expect.poll(async () => (await mailTo(ada, 'invited')).id).not.toBe(first.id);
  await page.getByRole('link', { name: `Manage ${bob}` }).click();
  await page.getByRole('button', { name: 'Withdraw invitation' }).click();
  await expect(page.getByText('The invitation is withdrawn.')).toBeVisible();
  await expect(row(page, bob)).toHaveCount(0);
  await expect(row(page, ada)).toHaveCount(1);
});

test('an admin makes a member an admin, who then removes somebody', async ({ company, enter }) => {
  const [nora, nils, newcomer] = [await enter(company.nora), await enter(company.nils), await enter(company.newcomer)];
  await nils.goto(at(company.host));
  await expect(nils.getByRole('navigation', { name: 'Main' })).not.toContainText('People');
  await nora.goto(at(company.host, '/members'));
  await nora.getByRole('link', { name: 'Manage Nils Berger' }).click();
  await nora.getByRole('link', { name: 'Make admin' }).click();
  await expect(nora.getByText('can invite, change and remove people')).toBeVisible();
  await nora.getByRole('button', { name: 'Make admin' }).click();
  await expect(nora.getByText('The role is changed.')).toBeVisible();
  await nils.goto(at(company.host, '/members'));
  await nils.getByRole('link', { name: `Manage ${company.newcomer.email}` }).click();
  await nils.getByRole('link', { name: 'Remove from this workspace' }).click();
  await nils.getByRole('button', { name: 'Remove' }).click();
  await expect(nils.getByText('They no longer have access to this workspace.')).toBeVisible();
  await newcomer.goto(at(company.host));
  await expect(newcomer.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
});

test('the only admin is told why they cannot leave', async ({ company, enter }) => {
  const page = await enter(company.ines);
  await page.goto(at(company.host, '/members'));
  await page.getByRole('link', { name: 'Manage Ines Moreau' }).click();
  await expect(page.getByText('You are its only admin')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Leave this workspace' })).toHaveCount(0);
});

test('a customer adds an address by its code, and makes it the main one', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/settings'));
  await page.getByRole('link', { name: 'Manage addresses' }).click();
  const email = `nora.private@${company.slug}.test`;
  await page.getByLabel('Another email address of yours').fill(email);
  await page.getByRole('button', { name: 'Send a code' }).click();
  const { subject } = await mailTo(email, 'is your code for');
  await page.getByLabel('Code from the mail').fill(/^\d{6}/.exec(subject)?.[0] ?? '');
  if (!hasScript) await page.getByRole('button', { name: 'Add address' }).click();
  await expect(page.getByText('The address is added.')).toBeVisible();
  await page.getByRole('button', { name: `Make ${email} the main address` }).click();
  await expect(page.getByText('This is your main address now.')).toBeVisible();
  await mailTo(company.nora.email, 'You have a new main address');
  await page.getByRole('button', { name: `Remove ${company.nora.email}` }).click();
  await expect(page.getByText('The address is removed.')).toBeVisible();
  const again = await enter({ ...company.nora, email });
  await again.goto(at(company.host, '/settings'));
  await expect(again.getByLabel('Your name')).toHaveValue('Nora Lindqvist');
});

test('a customer ends the session of a lost phone', async ({ company, enter }) => {
  const [desktop, phone] = [await enter(company.nora), await enter(company.nora)];
  await phone.goto(at(company.host, '/settings'));
  await desktop.goto(at(company.host, '/settings'));
  await desktop.getByRole('button', { name: /^Sign out .* last seen/ }).click();
  await expect(desktop.getByText('That session is over.')).toBeVisible();
  await phone.goto(at(company.host, '/settings'));
  await expect(phone.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
});
