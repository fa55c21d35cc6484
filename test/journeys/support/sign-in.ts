import type { BrowserContext } from '@playwright/test';
import { askServer } from './ask-server.ts';
import type { Person } from './company.ts';
import { countSignInMails, signInMailTo } from './mailbox.ts';

/**
 * Signs a person in by a code from the mailbox, without a page: for journeys that
 * begin behind the door. One at a time for each person: asking again voids what
 * was asked before.
 */
export async function signIn(context: BrowserContext, { host, email }: Person): Promise<void> {
  const before = await countSignInMails(email);
  const asked = await askServer(host, '/sign-in', { form: { email } });
  const { code } = await signInMailTo(email, before);
  const answer = await askServer(host, '/sign-in/code', { form: { code }, cookie: pairsOf(asked.cookies) });
  const session = /^(__Host-session)=([^;]+)/.exec(
    answer.cookies.find((line) => line.startsWith('__Host-session=')) ?? '',
  );
  if (!session) throw new Error(`${email} could not sign in: ${answer.status}`);
  const [, name = '', value = ''] = session;
  await context.addCookies([{ name, value, url: `https://${host}/`, secure: true, httpOnly: true, sameSite: 'Lax' }]);
}

const pairsOf = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ');
