import { consumeSignIn } from '#identity/sign-in/consume-sign-in.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { consumeDeadMail, consumeMail, type MailRoom } from '#mail/consume-mail.ts';
import { sendSignInMail } from '#mail/sign-in-mail.ts';
import { answersForMail } from '#tickets/mail-answers.ts';
import { readSettings } from './env.ts';

/** The messages of one queue, each by itself: one message's trouble makes none of the others run twice. */
export async function consumeBatch(
  batch: MessageBatch,
  env: Env,
  now: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<void> {
  const room: MailRoom = {
    env,
    settings: readSettings(env),
    service: env.EMAIL,
    answers: answersForMail,
    now,
    after: (work) => waitUntil(work().catch(() => undefined)),
  };
  for (const message of batch.messages) {
    try {
      await consume(batch.queue, room, message.body);
      message.ack();
    } catch (error) {
      const { queue } = batch;
      logEvent('warn', 'message_failed', { queue, attempts: message.attempts, error: describeError(error) });
      message.retry();
    }
  }
}

function consume(queue: string, room: MailRoom, body: unknown): Promise<void> {
  const { env, settings, service, now } = room;
  switch (queue) {
    case 'sign-in':
      return consumeSignIn(env, settings, body, (letter) => sendSignInMail(service, settings, letter), now);
    case 'mail':
      return consumeMail(room, body);
    case 'mail-dead':
      return consumeDeadMail(room, body);
    default:
      throw new Error(`No queue is called ${queue}`);
  }
}
