import type { FileStore } from '#attachments/object-writer.ts';
import { readAsSender } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import { translator } from '#i18n/translator.ts';
import type { Effects } from '#lib/effects.ts';
import { Problem } from '#lib/problem.ts';
import { isLongerThan, longestMessage, shorten } from '#lib/text.ts';
import { type InboundMail, type MailAttachment, parseMail } from '#mail/inbound/parse.ts';
import { keepRaw, type RawStore } from '#mail/inbound/raw-store.ts';
import { replyText } from '#mail/inbound/reply-text.ts';
import { arrive, end } from '#mail/inbound-log.ts';
import type { ReplyTarget } from '#mail/reply-address.ts';
import { hostUrl } from '#tenancy/links.ts';
import { keepMailFiles } from './mail-files.ts';
import { loadMailReply } from './mail-reply.ts';
import { postReply } from './post-reply.ts';
import { takesReply } from './status-rules.ts';

export interface ReceivedMail {
  /** MAIL FROM and RCPT TO. */
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

export interface MailDoor {
  readonly scope: TenantScope;
  readonly settings: Settings;
  readonly files: RawStore & FileStore;
  readonly effects: Effects;
}

/** Why a mail is sent back. Each has words of its own (`mail.refused.…`). */
type Refusal = 'unreadable' | 'unverified' | 'noText' | 'tooLong' | 'sender' | 'closed';

type End =
  | { readonly outcome: 'accepted'; readonly ticketId: string | null; readonly messageId: string }
  | { readonly outcome: 'filed'; readonly reason: string }
  | { readonly outcome: 'rejected'; readonly reason: Refusal };

/**
 * A mail to a signed reply address. Null: it was taken (or filed, being
 * automatic). Words: it must be rejected with them. Our own trouble throws, so
 * that the sender's server tries again; a second delivery ends like the first.
 */
export async function receiveMail(door: MailDoor, target: ReplyTarget, mail: ReceivedMail): Promise<string | null> {
  const { scope, settings } = door;
  const rawKey = await keepRaw(door.files, scope.tenant.id, mail.raw);
  const parsed = await parseMail(mail.raw, mail, settings.inboundDomain);
  const known = await arrive(scope, parsed.dedupeKey, rawKey);
  if (known.outcome === 'accepted' || known.outcome === 'filed') return null;
  if (known.outcome === 'rejected') return refusalWords(door, target, known.reason);
  const ended = await decide(door, target, parsed);
  await end(scope, parsed.dedupeKey, { reason: '', ticketId: null, messageId: null, ...ended });
  return ended.outcome === 'rejected' ? refusalWords(door, target, ended.reason) : null;
}

async function decide(door: MailDoor, target: ReplyTarget, mail: InboundMail): Promise<End> {
  if (mail.automatic) return { outcome: 'filed', reason: mail.automatic };
  if (mail.fault) return { outcome: 'rejected', reason: 'unreadable' };
  if (!mail.authenticated || mail.from === null) return { outcome: 'rejected', reason: 'unverified' };
  const { text, quoted } = replyText(mail.text, [translator('en').t('mail.answerLine')]);
  const { attachments } = mail;
  if (text === '' && attachments.length === 0) return { outcome: 'rejected', reason: 'noText' };
  if (isLongerThan(text, longestMessage)) return { outcome: 'rejected', reason: 'tooLong' };
  try {
    return await post(door, target, { from: mail.from, key: mail.dedupeKey, text, quoted, attachments });
  } catch (error) {
    if (error instanceof Problem && error.code === 'sender_refused') return { outcome: 'rejected', reason: 'sender' };
    throw error;
  }
}

interface Reply {
  readonly from: string;
  readonly key: string;
  readonly text: string;
  readonly quoted: string;
  readonly attachments: readonly MailAttachment[];
}

async function post(
  { scope, effects, files: store }: MailDoor,
  { contactNumber, ticketNumber }: ReplyTarget,
  { from, key, text, quoted, attachments }: Reply,
): Promise<End> {
  const sender = { email: from, contactNumber, ticketNumber };
  const { actor, rows } = await readAsSender(scope, sender, loadMailReply(scope, ticketNumber));
  if (rows.ticket && !takesReply(rows.ticket.category)) return { outcome: 'rejected', reason: 'closed' };
  const files = await keepMailFiles(scope, store, actor, attachments);
  const body = bodyOf(text, files.left);
  const input = { key, body, quoted: shorten(quoted, longestMessage), via: 'email', files } as const;
  const result = await postReply(scope, actor, rows, input, effects);
  if (result.outcome === 'closed') return { outcome: 'rejected', reason: 'closed' };
  if (result.outcome === 'lost_file') throw new Error('A file of a mail was lost on its way');
  if (result.outcome === 'other_text') return { outcome: 'filed', reason: 'doubled' };
  return { outcome: 'accepted', ticketId: rows.ticket?.id ?? null, messageId: result.messageId };
}

/** What the mail said, or that it said nothing, and what of it could not be kept. */
function bodyOf(text: string, left: number): string {
  const { t } = translator('en');
  const said = text === '' ? t('files.mail.noText') : text;
  return left === 0 ? said : `${said}\n\n*${t('files.mail.left', { count: left })}*`;
}

function refusalWords({ scope, settings }: MailDoor, target: ReplyTarget, reason: string): string {
  const path =
    reason === 'closed' ? `/requests/new?follow_up=${target.ticketNumber}` : `/requests/${target.ticketNumber}`;
  const link = hostUrl(settings, scope.tenant.canonicalHost, path);
  return translator('en').t(`mail.refused.${isRefusal(reason) ? reason : 'unreadable'}`, { link });
}

const refusals: readonly Refusal[] = ['unreadable', 'unverified', 'noText', 'tooLong', 'sender', 'closed'];

function isRefusal(reason: string): reason is Refusal {
  return refusals.some((refusal) => refusal === reason);
}
