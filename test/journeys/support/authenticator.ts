import { expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { agentHost, at } from './places.ts';

/** Sets an authenticator app up on the agents' pages; gives its key and the recovery codes. */
export async function setUpApp(page: Page, hasScript: boolean) {
  await page.goto(at(agentHost, '/settings/you'));
  await page.getByRole('link', { name: 'Set it up' }).click();
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const key = (await page.locator('.secret-key').innerText()).replaceAll(' ', '');
  // The step before: the present one stays for the next sign-in.
  await page.getByLabel('Code that the app shows now').fill(appCode(key, -1));
  if (!hasScript) await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  return { key, codes };
}

/** What the app shows, so many half minutes from now. */
export function appCode(key: string, steps = 0): string {
  return TOTP.generate({ secret: new TOTP({ secret: key }).secret, timestamp: Date.now() + steps * 30_000 });
}
