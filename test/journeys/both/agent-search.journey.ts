import { leaveNote, openTicket } from '../support/agent.ts';
import { newCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

test('an agent searches all tickets, and the notes on them', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  await openTicket(page, 'Asked yesterday');
  await leaveNote(page, 'The wombat bit the cable.');

  await page.goto(at(agentHost, '/tickets?view=mine'));
  const box = page.getByRole('searchbox', { name: 'Search tickets' });
  await box.fill('bit womb');
  await box.press('Enter');
  const rows = page.locator('[data-row]');
  await expect(rows).toContainText(['Asked yesterday']);
  await expect(rows).toContainText(['Note']);
  await expect(rows.locator('mark')).toHaveText(['wombat', 'bit']);
  await rows.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Asked yesterday' })).toBeVisible();

  await page.goBack();
  await expect(box).toHaveValue('bit womb');
  await box.fill('"bit wombat"');
  await box.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});
