import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

test('the formatting bar stands where script can use it, and nowhere else', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/requests/new'));
  const bar = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(bar).toBeVisible({ visible: hasScript !== false });
  await askRequest(page, company.host, { subject: 'A bar' });
  await expect(bar).toBeVisible({ visible: hasScript !== false });
});
