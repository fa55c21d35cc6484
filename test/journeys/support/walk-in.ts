import { setTimeout } from 'node:timers/promises';
import { askServer } from './ask-server.ts';
import type { Person } from './company.ts';
import { type SignInMail, signInMails } from './mails.ts';

const turns = new Map<string, Promise<unknown>>();

/**
 * Signs a person in by a code from the mailbox, without a page; gives the
 * session's cookie. One at a time for each person, whichever journey asks:
 * asking again voids what was asked before.
 */
export function walkIn(person: Person): Promise<string> {
  const before = turns.get(person.email) ?? Promise.resolve();
  const turn = before.then(() => walk(person));
  turns.set(
    person.email,
    turn.catch(() => {}),
  );
  return turn;
}

async function walk({ host, email }: Person): Promise<string> {
  const known = (await signInMails(email)).length;
  const asked = await askServer(host, '/sign-in', { form: { email } });
  const { code } = await mailAfter(email, known);
  const answer = await askServer(host, '/sign-in/code', { form: { code }, cookie: pairsOf(asked.cookies) });
  const session = answer.cookies.find((line) => line.startsWith('__Host-session='));
  if (!session) throw new Error(`${email} could not sign in: ${answer.status}`);
  return pairsOf([session]);
}

async function mailAfter(email: string, known: number): Promise<SignInMail> {
  for (let looks = 0; looks < 1000; looks += 1) {
    const mails = await signInMails(email);
    if (mails[0] && mails.length > known) return mails[0];
    await setTimeout(20);
  }
  throw new Error(`No sign-in mail came to ${email}.`);
}

const pairsOf = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ');
