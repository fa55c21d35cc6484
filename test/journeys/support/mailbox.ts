import { expect } from '@playwright/test';
import { askServer } from './ask-server.ts';
import { agentHost } from './places.ts';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
}

export interface SignInMail extends Mail {
  readonly code: string;
  /** The path of the link, on the host where it was asked for. */
  readonly link: string;
}

/** Mails to an address, newest first. */
async function mailsTo(address: string): Promise<readonly Mail[]> {
  return mailsAt(`/dev/mailbox.json?to=${encodeURIComponent(address)}`);
}

async function mailsAt(path: string): Promise<readonly Mail[]> {
  const { text } = await askServer(agentHost, path);
  const { messages }: { messages: readonly Mail[] } = JSON.parse(text);
  return messages;
}

/** All sign-in mails that were sent to anybody. */
export async function signInMails(): Promise<readonly SignInMail[]> {
  return (await mailsAt('/dev/mailbox.json')).filter(isSignIn).map(readSignIn);
}

/** The tokens of all links that opened one request straight from its mail. */
export async function ticketTokens(): Promise<readonly string[]> {
  return (await mailsAt('/dev/mailbox.json')).flatMap(({ text }) => /\/r\/([\w-]{43})/.exec(text)?.[1] ?? []);
}

/** Waits for a mail to the address that says this; gives the newest. */
export async function mailTo(address: string, saying: string | RegExp): Promise<Mail> {
  const isIt = ({ subject, text }: Mail) => new RegExp(saying).test(`${subject}\n${text}`);
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).find(isIt);
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
  return (await mailsTo(address)).filter(isSignIn).length;
}

/** Waits for the sign-in mail after the first `before`. */
export async function signInMailTo(address: string, before = 0): Promise<SignInMail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await mailsTo(address)).filter(isSignIn);
        found = mails[0];
        return mails.length;
      },
      { message: `a sign-in mail to ${address}`, intervals: [50, 100, 200] },
    )
    .toBeGreaterThan(before);
  if (!found) throw new Error('The mail went away.');
  return readSignIn(found);
}

function readSignIn(mail: Mail): SignInMail {
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1];
  const link = /https?:\/\/[^/]+(\/sign-in\/link\/\S+)/.exec(mail.text)?.[1];
  if (!code || !link) throw new Error('The sign-in mail has no code or no link.');
  return { ...mail, code, link };
}

const isSignIn = ({ text }: Mail) => text.includes('/sign-in/link/');
