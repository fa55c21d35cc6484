import { expect } from '@playwright/test';
import { type Mail, mails, type SignInMail, signInMails } from './mails.ts';

/** The tokens of all links that opened one request straight from its mail. */
export async function ticketTokens(): Promise<readonly string[]> {
  return (await mails()).flatMap(({ text }) => /\/r\/([\w-]{43})/.exec(text)?.[1] ?? []);
}

/** Waits for a mail to the address that says this; gives the newest. */
export async function mailTo(address: string, saying: string | RegExp): Promise<Mail> {
  const isIt = ({ subject, text }: Mail) => new RegExp(saying).test(`${subject}\n${text}`);
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mails(address)).find(isIt);
        return found !== undefined;
      },
      { message: `a mail to ${address} that says ${saying}`, intervals: [100, 200, 300] },
    )
    .toBe(true);
  if (!found) throw new Error('The mail went away.');
  return found;
}

/** How many sign-in mails the address has; ask before asking for one. */
export async function countSignInMails(address: string): Promise<number> {
  return (await signInMails(address)).length;
}

/** Waits for the sign-in mail after the first `before`. */
export async function signInMailTo(address: string, before = 0): Promise<SignInMail> {
  let found: SignInMail | undefined;
  await expect
    .poll(
      async () => {
        const all = await signInMails(address);
        found = all[0];
        return all.length;
      },
      { message: `a sign-in mail to ${address}`, intervals: [50, 100, 200] },
    )
    .toBeGreaterThan(before);
  if (!found) throw new Error('The mail went away.');
  return found;
}
