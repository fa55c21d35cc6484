import { createExecutionContext, createMessageBatch, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { ServiceMail } from '#mail/sender.ts';
import { consumeBatch } from '#queues.ts';

const sent: ServiceMail[] = [];

/**
 * The bindings of a test: its own, with queues whose messages are consumed
 * before `send` comes back, and a mail service that `sentMail` can look into.
 */
export function testEnv(change: Partial<Env> = {}): Env {
  const bindings: Env = { ...env, ...change };
  const service = {
    send: async (mail: ServiceMail) => {
      sent.push(mail);
      return { messageId: `${sent.length}@mail.test` };
    },
  };
  const own = { EMAIL: service, SIGN_IN_QUEUE: queueOf(bindings, 'sign-in'), MAIL_QUEUE: queueOf(bindings, 'mail') };
  return Object.assign(bindings, own, change);
}

/** Everything that was sent to an address, newest first. */
export function sentMail(to: string): readonly ServiceMail[] {
  return sent.filter((mail) => mail.to === to).reverse();
}

export interface SignInMail {
  readonly code: string;
  readonly link: string;
}

/** Link and code of the sign-in mails to an address, newest first. */
export function signInMails(to: string): readonly SignInMail[] {
  return sentMail(to).flatMap(({ text }) => {
    const link = /https?:\/\/\S+\/sign-in\/link\/[\w-]+/.exec(text)?.[0];
    const code = /\b\d{6}\b/.exec(text)?.[0];
    return link && code ? [{ link, code }] : [];
  });
}

/** The newest of them. */
export function newestSignInMail(to: string): SignInMail {
  const [mail] = signInMails(to);
  if (!mail) throw new Error(`No sign-in mail to ${to}`);
  return mail;
}

const result = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };

function queueOf(bindings: Env, name: string): Pick<Queue, 'send' | 'sendBatch'> {
  const consume = async (bodies: readonly unknown[]) => {
    const messages = bodies.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body }));
    const ctx = createExecutionContext();
    await consumeBatch(createMessageBatch(name, messages), bindings, Date.now(), (work) => ctx.waitUntil(work));
    await waitOnExecutionContext(ctx);
    return result;
  };
  return {
    send: (body) => consume([body]),
    sendBatch: (messages) => consume([...messages].map(({ body }) => body)),
  };
}
