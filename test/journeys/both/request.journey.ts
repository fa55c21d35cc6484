import { askRequest, messages, reply, statusOf } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

test('the first request: from the empty list, past an error and a preview, into the list', async ({
  company,
  enter,
}) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host));
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Ask your first question' }).click();

  await page.getByLabel('Subject').fill('   ');
  await page.getByLabel('Description').fill('The dock is **dark** since Monday.');
  await page.getByLabel('Priority').selectOption('High');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await page.getByRole('link', { name: 'Subject: Please fill this in.' }).click();
  await expect(page.getByLabel('Subject')).toBeFocused();
  await expect(page.getByLabel('Description')).toHaveValue('The dock is **dark** since Monday.');
  await expect(page.getByLabel('Priority').locator('option:checked')).toHaveText('High');

  await page.getByLabel('Subject').fill('Dock 4 is dark');
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('strong')).toHaveText('dark');
  await expect(page.getByLabel('Subject')).toHaveValue('Dock 4 is dark');

  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dock 4 is dark' })).toBeVisible();
  await expect(page.getByText(`come by mail to ${company.nora.email}`)).toBeVisible();
  await expect(statusOf(page)).toContainText('New');
  await expect(messages(page, 'The dock is dark since Monday.')).toHaveCount(1);

  await page.getByRole('link', { name: 'All requests' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Dock 4 is dark' });
  await expect(row).toContainText('Asked by you');
  await expect(row).toContainText('You wrote');
  await expect(page.getByRole('link', { name: /^Open/ })).toContainText('1');
});

test('double click, reload and Back make one message', async ({ company, enter }) => {
  const page = await enter(company.nora);
  const path = await askRequest(page, company.host, { subject: 'One of each' });
  await page.getByLabel('Your reply').fill('Only once, please.');
  await page.getByRole('button', { name: 'Send reply' }).dblclick();
  await expect(messages(page, 'Only once, please.')).toHaveCount(1);
  await page.reload();
  await expect(messages(page, 'Only once, please.')).toHaveCount(1);

  // Chromium puts the words into the box again, and the page has a new key.
  await page.goBack();
  await expect(page.getByLabel('Your reply')).toHaveValue('Only once, please.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page).toHaveURL(/\?sent$/);
  await page.goto(at(company.host, path));
  await expect(messages(page, 'Only once, please.')).toHaveCount(1);
});

test('double click and Back make one request', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/requests/new'));
  await page.getByLabel('Subject').fill('One dock');
  await page.getByLabel('Description').fill('One question.');
  await page.getByRole('button', { name: 'Send request' }).dblclick();
  await expect(messages(page, 'One question.')).toHaveCount(1);
  await page.goBack();
  await expect(page.getByLabel('Description')).toHaveValue('One question.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(messages(page, 'One question.')).toHaveCount(1);
  await page.goto(at(company.host));
  await expect(page.getByRole('link', { name: 'One dock' })).toHaveCount(1);
});

test('a reply is previewed in its place, and an empty one is not sent', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'Look before you leap' });
  await page.getByLabel('Your reply').fill('It *is* the fuse.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' }).locator('em')).toHaveText('is');
  await expect(page.getByLabel('Your reply')).toHaveValue('It *is* the fuse.');
  await reply(page, 'It *is* the fuse.'.replaceAll('*', ''));

  await page.getByLabel('Your reply').fill('  ');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
});

test('a member sees what they asked, an admin all of the workspace', async ({ company, enter }) => {
  const nils = await enter(company.nils);
  await askRequest(nils, company.host, { subject: 'From Nils' });
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'From Nora' });

  await nora.goto(at(company.host));
  await expect(nora.getByRole('link', { name: 'From Nils' })).toBeVisible();
  await nils.goto(at(company.host));
  await expect(nils.getByRole('link', { name: 'From Nils' })).toBeVisible();
  await expect(nils.getByRole('link', { name: 'From Nora' })).toHaveCount(0);
  await nils.goto(at(company.host, path));
  await expect(nils.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
