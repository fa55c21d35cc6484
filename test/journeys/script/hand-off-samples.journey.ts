import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';
import { addKey, canRun, tokenBy } from '../support/product.ts';

// The samples of docs/hand-off.md, as they stand there, against the running Worker.

for (const sample of ['sign.mjs', 'sign.py'] as const) {
  test(`the sample ${sample} signs a token that signs its person in`, async ({ company, enter, stranger }) => {
    test.skip(!(await canRun(sample)), 'this machine has no python3');
    const key = await addKey(await enter(company.olivia), company.host);
    const user = { id: 'u-1', email: company.marta.email, name: 'Märta “M” Costa', role: 'member' };
    const page = await stranger();
    const jwt = await tokenBy(sample, key, user);
    await page.goto(at(company.host, `/sign-in/hand-off?jwt=${jwt}&return_to=%2Fsettings`));
    await expect(page.getByRole('heading', { name: 'Choose a workspace' })).toBeVisible();
    await page.getByRole('button', { name: /Initech/ }).click();
    await expect(page).toHaveURL(at(company.host, '/settings'));
    await expect(page.getByLabel('Your name')).toHaveValue('Marta Costa');
  });
}
