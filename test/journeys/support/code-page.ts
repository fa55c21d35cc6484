import { expect, type Page } from '@playwright/test';
import type { Person } from './company.ts';
import { countSignInMails, signInMailTo } from './mailbox.ts';
import type { SignInMail } from './mails.ts';

/** On the page that asks for it: types the address, and waits for the mail. */
export async function askForMail(page: Page, { email }: Person): Promise<SignInMail> {
  const before = await countSignInMails(email);
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText(`If ${email} is known here`)).toBeVisible();
  return signInMailTo(email, before);
}

/** Types the code; with script the sixth digit sends it. */
export async function typeCode(page: Page, code: string, hasScript: boolean): Promise<void> {
  await page.getByLabel('Code from the mail').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  if (!hasScript) await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in/code');
}

/** From the page that asks for the address to where the person was going. */
export async function signInOn(page: Page, who: Person, hasScript: boolean): Promise<void> {
  const { code } = await askForMail(page, who);
  await typeCode(page, code, hasScript);
}
