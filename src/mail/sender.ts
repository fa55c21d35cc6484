import { cleanLine, shorten } from '#lib/text.ts';

/** One mail as the mail service takes it. */
export interface ServiceMail {
  readonly to: string;
  readonly from: { readonly email: string; readonly name: string };
  readonly replyTo: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Record<string, string>;
}

/** What we use of the send-email binding. */
export interface MailService {
  send(mail: ServiceMail): Promise<{ messageId: string }>;
}

export interface OutgoingMail {
  /** One address: one suppressed recipient would fail all of them. */
  readonly to: string;
  readonly from: { readonly email: string; readonly name: string };
  readonly replyTo: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** RFC 3834; null for the words of a person. */
  readonly automatic: 'auto-generated' | 'auto-replied' | null;
  /** Message-IDs of the mails before it, oldest first. */
  readonly references: readonly string[];
  readonly tenantId: string;
  /** Marks a mail that came twice; null for mail that is never sent again. */
  readonly outboxId: string | null;
}

export type Sent =
  | { readonly ok: true; readonly messageId: string }
  /** `permanent`: trying again cannot help. */
  | { readonly ok: false; readonly permanent: boolean; readonly code: string; readonly retryAfterSeconds: number };

/** Hands one mail to the service. Never throws for what the service says. */
export async function sendMail(service: MailService, mail: OutgoingMail): Promise<Sent> {
  try {
    const { messageId } = await service.send({
      to: mail.to,
      from: { email: mail.from.email, name: displayName(mail.from.name) },
      replyTo: mail.replyTo,
      subject: shorten(cleanLine(mail.subject), 250),
      html: mail.html,
      text: mail.text,
      headers: headersOf(mail),
    });
    return { ok: true, messageId };
  } catch (error) {
    return failureOf(error);
  }
}

/** Nothing in it can end a header or begin an address. */
const displayName = (name: string): string => shorten(cleanLine(name).replace(/["<>\\]/g, ''), 100);

const headersOf = (mail: OutgoingMail): Record<string, string> => {
  const references = mail.references.map(bracketed).filter((id) => id !== '');
  const last = references.at(-1);
  return {
    'X-Portico-Loop': mail.tenantId,
    ...(mail.outboxId && { 'X-Portico-Outbox': mail.outboxId }),
    ...(mail.automatic && { 'Auto-Submitted': mail.automatic }),
    ...(last && { 'In-Reply-To': last, References: chain(references) }),
  };
};

const bracketed = (id: string): string => {
  const bare = id.replace(/[<>\s\p{Cc}]/gu, '');
  return bare === '' ? '' : `<${bare}>`;
};

/** The first and the newest: a header's value may have 2048 bytes. */
const chain = ([first = '', ...rest]: readonly string[]): string => {
  let kept = '';
  for (const id of rest.toReversed()) {
    if (first.length + kept.length + id.length > 1900) break;
    kept = ` ${id}${kept}`;
  }
  return `${first}${kept}`;
};

const failureOf = (error: unknown): Sent => {
  const code = codeOf(error);
  const permanent = permanentCodes.has(code) || code.startsWith('E_HEADER_');
  return { ok: false, permanent, code, retryAfterSeconds: code === 'E_DAILY_LIMIT_EXCEEDED' ? 3600 : 0 };
};

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /\bE_[A-Z_]+\b/.exec(`${own} ${error.message}`)?.[0] ?? 'unknown';
};

const permanentCodes: ReadonlySet<string> = new Set([
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_TOO_MANY_RECIPIENTS',
  'E_SENDER_NOT_VERIFIED',
  'E_SENDER_DOMAIN_NOT_AVAILABLE',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_RECIPIENT_SUPPRESSED',
  'E_CONTENT_TOO_LARGE',
]);
