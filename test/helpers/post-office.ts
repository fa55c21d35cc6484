import { env } from 'cloudflare:workers';
import { readSettings } from '#env.ts';
import { consumeSignIn } from '#identity/consume-sign-in.ts';
import type { SignInMail } from '#identity/send-sign-in.ts';

const delivered: SignInMail[] = [];

/** The bindings of a test: its own, with a sign-in queue whose messages are consumed before `send` comes back. */
export function testEnv(change: Partial<Env> = {}): Env {
  const bindings = { ...env, ...change };
  const deliver = async (mail: SignInMail) => void delivered.push(mail);
  const queue: Pick<Queue, 'send'> = {
    async send(body) {
      await consumeSignIn(bindings, readSettings(bindings), body, deliver, Date.now());
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    },
  };
  return Object.assign(bindings, { SIGN_IN_QUEUE: queue });
}

/** The sign-in mails to an address, newest first. */
export function signInMails(to: string): readonly SignInMail[] {
  return delivered.filter((mail) => mail.to === to).reverse();
}

/** The newest of them. */
export function newestSignInMail(to: string): SignInMail {
  const [mail] = signInMails(to);
  if (!mail) throw new Error(`No sign-in mail to ${to}`);
  return mail;
}
