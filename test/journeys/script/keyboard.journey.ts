import { newCompany } from '../support/company.ts';
import { messages, statusOf } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

test('an agent finds, answers, notes, assigns and solves without a mouse', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  const { keyboard } = page;
  await page.goto(at(agentHost, '/tickets'));
  const focus = page.locator(':focus');
  await keyboard.press('/');
  await keyboard.type('shut');
  await keyboard.press('Enter');
  await expect(page.locator('[data-row] mark')).toHaveText(['shut']);
  await keyboard.press('j');
  await expect(focus).toContainText('Asked yesterday');
  await page.goto(at(agentHost, '/tickets'));
  await keyboard.press('j');
  await expect(focus).toContainText('Asked an hour ago');
  await keyboard.press('j');
  await keyboard.press('j');
  await expect(focus).toContainText('Amir has it');
  await keyboard.press('k');
  await expect(focus).toContainText('Asked yesterday');
  await keyboard.press('Enter');
  const title = page.getByRole('heading', { level: 1, name: 'Asked yesterday' });
  await expect(title).toBeVisible();

  // A ticket has no box to search in: the list has.
  await keyboard.press('/');
  await expect(focus).toHaveAttribute('name', 'q');
  await page.goBack();
  await expect(title).toBeVisible();

  await keyboard.press('n');
  await expect(page.getByRole('radio', { name: 'Internal note' })).toBeChecked();
  await keyboard.type('Called her.');
  await keyboard.press('Control+Enter');
  await expect(messages(page, 'Called her.')).toContainText('Only your team sees this');

  await keyboard.press('r');
  await expect(page.getByRole('radio', { name: 'Reply' })).toBeChecked();
  await keyboard.type('je knr?'); // Keys of the desk are letters in a text.
  await expect(page.getByLabel('Your reply')).toHaveValue('je knr?');
  await keyboard.press('Control+Enter');
  await expect(messages(page, 'je knr?')).toHaveCount(1);
  await expect(statusOf(page)).toContainText('Waiting on customer');

  await keyboard.press('a');
  await expect(page.getByLabel('Assignee')).toBeFocused();
  const said = page.locator('[data-saved]');
  await keyboard.press('ArrowDown'); // Who walks through the list passes some that they do not mean.
  await expect(said).toHaveText('Enter saves');
  await keyboard.press('Enter');
  await expect(said).toHaveText('Saved');
  await expect(page.getByText('Amir Haddad took this')).toBeVisible();

  const line = Promise.withResolvers<void>();
  await page.route('**/settings', (route) => line.promise.then(() => route.continue()), { times: 1 });
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.getByLabel('Priority').selectOption('Low'); // While the first is still on its way.
  line.resolve();
  await expect(page.getByText('changed the priority from Urgent to Low')).toBeVisible();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await keyboard.press('Escape');
  await expect(help).toBeHidden();
  await keyboard.press('e');
  await expect(statusOf(page)).toContainText('Solved');
});

test('single letters can be turned off, and stay off', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  await page.goto(at(agentHost, '/tickets'));
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByLabel('Turn single-letter keys off').check();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.keyboard.press('j');
  await expect(page.locator('[data-row] a:focus')).toHaveCount(0);
});

test('a customer reaches the first thing by the first Tab, and asks by keys alone', async ({ company, enter }) => {
  const page = await enter(company.nora);
  const { keyboard } = page;
  await page.goto(at(company.host, '/requests/new'));
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await expect(page.getByLabel('Subject')).toBeFocused();
  await keyboard.type('By keys alone');
  await keyboard.press('Tab');
  await keyboard.type('No mouse here.');
  await keyboard.press('Control+Enter');
  await expect(messages(page, 'No mouse here.')).toHaveCount(1);
});
