import { read } from '#db/read-as.ts';
import { run, runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { backoffMs } from './backoff.ts';
import { letterMail } from './letter-mail.ts';
import { noticeMail } from './notice-mail.ts';
import { cancelUnfounded, claimedNotice } from './notice-queries.ts';
import {
  type Claimed,
  cancelUnseen,
  claimedLetter,
  claimMail,
  recordFailed,
  recordRetry,
  recordSent,
  sentBefore,
} from './outbox-queries.ts';
import { type MailService, type OutgoingMail, type Sent, sendMail } from './sender.ts';
import type { AnswersInWords } from './sent-answers.ts';
import { claimedAnswers } from './sent-queries.ts';
import { ticketLinkHash, ticketLinkToken } from './ticket-link.ts';
import { isTicketLinkLive, putTicketLink } from './ticket-link-queries.ts';

export interface Courier {
  readonly scope: TenantScope;
  readonly settings: Settings;
  readonly service: MailService;
  /** Says the answers that a request was sent with; without it mails bring none. */
  readonly answers?: AnswersInWords | undefined;
}

/** `nothing`: sent already, being sent by another, not due yet, or cancelled. */
export type Delivered = 'sent' | 'owed' | 'failed' | 'nothing';

/** Longer than a send ever takes: after it, the mail is anybody's again. */
export const leaseMs = 120_000;

/**
 * Delivers one mail of the outbox, at most once at a time: claims the row,
 * asks again whether its recipient may see the ticket (or what else it is about
 * still holds), renders, sends, records.
 * After a crash between sending and recording the mail comes twice; its
 * X-Portico-Outbox header tells. Throws only on trouble with the database.
 */
export async function deliver(courier: Courier, outboxId: string): Promise<Delivered> {
  const { scope } = courier;
  const claimed: Claimed = { outboxId, claim: crypto.randomUUID() };
  const token = await ticketLinkToken(courier.settings.pepper, scope.tenant.id, outboxId);
  const hash = await ticketLinkHash(token);
  const { letters, notices, earlier, isLinked, sent } = await read(scope, {
    claim: claimMail(scope, claimed, leaseMs),
    cancel: cancelUnseen(scope, claimed),
    cancelNotice: cancelUnfounded(scope, claimed),
    link: putTicketLink(scope, claimed, hash),
    isLinked: isTicketLinkLive(scope, hash),
    letters: claimedLetter(scope, claimed),
    sent: claimedAnswers(scope, claimed),
    notices: claimedNotice(scope, claimed),
    earlier: sentBefore(scope, outboxId, 20),
  });
  const [letter] = letters;
  const [notice] = notices;
  const { attempts } = letter ?? notice ?? { attempts: 0 };
  const write = letter
    ? () =>
        letterMail(courier, letter, {
          outboxId,
          references: earlier.toReversed(),
          token: isLinked ? token : null,
          sent,
        })
    : notice && (() => noticeMail(courier, notice, outboxId));
  return write ? record(scope, claimed, await send(courier, outboxId, write), attempts) : 'nothing';
}

/** What cannot be rendered is tried again like what was not taken: the fault may be mended meanwhile. */
async function send({ service }: Courier, outboxId: string, write: () => Promise<OutgoingMail>): Promise<Sent> {
  try {
    return await sendMail(service, await write());
  } catch (error) {
    logEvent('warn', 'mail_unrendered', { outboxId, error: describeError(error) });
    return { ok: false, permanent: false, code: 'E_RENDER', retryAfterSeconds: 0 };
  }
}

async function record(scope: TenantScope, claimed: Claimed, sent: Sent, attempts: number): Promise<Delivered> {
  if (sent.ok) {
    await runIdempotent(scope.db, { sent: recordSent(scope, claimed, sent.messageId, scope.now) });
    return 'sent';
  }
  const wait = sent.permanent ? null : backoffMs(attempts, sent);
  const level = wait === null ? 'warn' : 'info';
  logEvent(level, 'mail_refused', { tenantId: scope.tenant.id, outboxId: claimed.outboxId, code: sent.code, attempts });
  if (wait === null) {
    await run(scope.db, { failed: recordFailed(scope, claimed, sent.code) });
    return 'failed';
  }
  await run(scope.db, { owed: recordRetry(scope, claimed, sent.code, scope.now + wait) });
  return 'owed';
}
