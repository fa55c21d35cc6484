import { bringFiles, pixels } from '../support/bring-files.ts';
import { checkPage } from '../support/check-page.ts';
import type { Person } from '../support/company.ts';
import { askRequest, messages, workspaceMenu } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

const demo: Person = { host: 'acme.localhost', email: 'nora@northwind.test', name: 'Nora Lindqvist' };

test('lists and threads of the demo', async ({ enter }) => {
  const page = await enter(demo);
  await page.goto(at(demo.host));
  await checkPage(page, 'list');
  const open = async (tab: string, status: string) => {
    await page.goto(at(demo.host, tab));
    await page.getByRole('listitem').filter({ hasText: status }).first().getByRole('link').click();
    await expect(page.getByRole('log')).toBeVisible();
    await checkPage(page, `thread, ${status}`);
  };
  await open('/?all', 'Waiting for you');
  await open('/?all', 'Open');
  await open('/?tab=solved', 'Solved');
  await open('/?tab=solved', 'Closed');
  await page.goto(at(demo.host, '/?tab=solved'));
  await checkPage(page, 'list of what is solved');
  await page.goto(at(demo.host, '/?requester=me&from=2026-01-01&sort=priority'));
  await page.locator('summary', { hasText: 'Filter and sort' }).click();
  await checkPage(page, 'list that is filtered, with all filters');
  await page.goto(at(demo.host, '/?q=robot'));
  await checkPage(page, 'what was found by a word');
  await page.goto(at(demo.host, '/?q=xyzzy'));
  await checkPage(page, 'nothing found');
  await page.goto(at(demo.host, '/views/new?q=robot'));
  await page.getByRole('button', { name: 'Save' }).click();
  await checkPage(page, 'a view without a name');
});

test('asking', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host));
  await checkPage(page, 'empty list');
  await page.goto(at(company.host, '/requests/new'));
  await checkPage(page, 'new request');
  await page.getByLabel('Subject').fill(' ');
  await page.getByLabel('Description').fill('# One\n\n- two\n\n`three`\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeVisible();
  await checkPage(page, 'new request with an error');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
  await checkPage(page, 'new request with a preview');
  await askRequest(page, company.host, { subject: `A word of ${'m'.repeat(120)}`, body: 'x'.repeat(300) });
  await checkPage(page, 'thread, just opened, with a long word');
  const kept = page.getByRole('list', { name: 'Attached, not sent yet' }).getByRole('listitem');
  await page.locator('input[type="file"][name="files"]').setInputFiles([
    { name: 'plan.png', mimeType: 'image/png', buffer: Buffer.from(pixels, 'base64') },
    { name: `${'long name '.repeat(9)}.txt`, mimeType: 'text/plain', buffer: Buffer.from('one line') },
  ]);
  await expect(kept).toHaveCount(2);
  await page.getByLabel('Your reply').focus();
  await bringFiles(page, 'paste', [{ name: 'hall.png', type: 'image/png', bytes: pixels }]);
  await expect(page.getByLabel('Your reply')).toHaveValue(/hall\.png\]\(attachment:/);
  await checkPage(page, 'reply with files and a picture in its words');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(page, 'long name').getByRole('img')).toHaveCount(2);
  await checkPage(page, 'thread with files and a picture in its words');
  await page.getByLabel('Your reply').fill(' ');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeVisible();
  await checkPage(page, 'reply with an error');
  await page.goto(at(company.host));
  await checkPage(page, 'list with a long word');
});

test('the person: settings, workspaces, name, problems', async ({ company, enter }) => {
  const page = await enter(company.marta);
  await page.goto(at(company.host));
  await checkPage(page, 'workspaces');
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.locator('summary', { hasText: 'You: Marta Costa' }).click();
  await checkPage(page, 'menu of the person');
  await page.goto(at(company.host));
  await workspaceMenu(page, 'Northwind').click();
  await checkPage(page, 'menu of the workspaces');
  await page.goto(at(company.host, '/settings'));
  await checkPage(page, 'settings');
  await page.getByLabel('Your name').fill(' ');
  await page.getByRole('button', { name: 'Save' }).click();
  await checkPage(page, 'settings with an error');
  await page.goto(at(company.host, '/requests/999999'));
  await checkPage(page, 'nothing here');
  const newcomer = await enter(company.newcomer);
  await newcomer.goto(at(company.host, '/welcome'));
  await checkPage(newcomer, 'the question for the name');
});

test('people, addresses and sessions', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await enter(company.nora);
  const look = async (path: string, name: string) => {
    await page.goto(at(company.host, path));
    await checkPage(page, name);
  };
  await look('/members/invitations', 'inviting');
  await page.getByLabel('Email addresses').fill(`ada@${company.slug}.test, nobody`);
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await checkPage(page, 'inviting, with an error');
  await look('/members', 'people');
  await page.getByRole('link', { name: 'Manage Nils Berger' }).click();
  await checkPage(page, 'a person');
  await page.getByRole('link', { name: 'Make admin' }).click();
  await checkPage(page, 'the question about a role');
  await page.goBack();
  await page.getByRole('link', { name: 'Remove from this workspace' }).click();
  await checkPage(page, 'the question about a removal');
  await page.goto(at(company.host, '/members'));
  await page.getByRole('link', { name: `Manage ada@${company.slug}.test` }).click();
  await checkPage(page, 'an invitation');
  await look('/settings', 'settings with two sessions');
  await look('/settings/addresses', 'addresses');
  await page.getByLabel('Another email address of yours').fill('nora@private.test');
  await page.getByRole('button', { name: 'Send a code' }).click();
  await checkPage(page, 'the code for an address');
  await look('/settings/addresses', 'addresses, one of them waiting');
});

test('what could not be sent', async ({ company, enter }) => {
  const page = await enter(company.marta);
  await page.goto(at(company.host));
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New request' }).click();
  await page.getByLabel('Subject').fill('Elsewhere');
  await page.getByLabel('Description').fill('Wrong room?');
  const tab = await page.context().newPage();
  await tab.goto(at(company.host, '/workspaces'));
  await tab.getByRole('button', { name: 'Initech' }).click();
  await expect(workspaceMenu(tab, 'Initech')).toBeVisible();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByLabel('What you wrote')).toBeVisible();
  await checkPage(page, 'another workspace');
  await tab.goto(at(company.host, '/settings'));
  await tab.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(tab.getByText('You are signed out on every device.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch to Northwind' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await checkPage(page, 'a form after the session ended');
});

test('the history of a workspace', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/members/history'));
  await page.locator('summary', { hasText: 'Filters' }).click();
  await checkPage(page, 'history');
  await page.goto(at(company.host, '/members/history?person=nobody@nowhere.test'));
  await checkPage(page, 'history, nobody found');
  await page.goto(at(company.host, '/members/history?group=exports'));
  await checkPage(page, 'history, nothing matches');
});
