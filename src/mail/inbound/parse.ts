import PostalMime, { type Attachment, addressParser } from 'postal-mime';
import { isAuthenticated } from './authentication.ts';
import { type AutomaticReason, automaticReason } from './automatic.ts';
import { dedupeKey } from './dedupe-key.ts';
import { type HeaderField, headerBlock, maxHeaderBytes, valuesOf } from './header-block.ts';

const maxMailBytes = 25 * 1024 * 1024;
/** The parser's work is by the line; 25 MiB of base64 have 345 000. */
const maxLines = 400_000;
const maxParts = 100;
const maxDepth = 10;
const maxReferences = 100;

export interface Envelope {
  /** MAIL FROM; empty for a bounce. */
  readonly from: string;
  /** RCPT TO. */
  readonly to: string;
}

export type InboundFault = 'too_large' | 'bad_header' | 'no_from' | 'too_complex' | 'unreadable';

export interface MailAttachment {
  /** As the sender named it; empty where they did not. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface InboundMail {
  /** Header From in lower case where there is exactly one address in exactly one From; else null. */
  readonly from: string | null;
  /** Whether Cloudflare vouches for the domain of `from`. */
  readonly authenticated: boolean;
  readonly automatic: AutomaticReason | null;
  /** Without angle brackets; null where there is none. */
  readonly messageId: string | null;
  /** In-Reply-To and References, newest first, without angle brackets, at most 100. */
  readonly references: readonly string[];
  readonly subject: string;
  /** The text part, decoded; empty where there is none. */
  readonly text: string;
  /** What came with it, decoded, in its order. */
  readonly attachments: readonly MailAttachment[];
  /** The same for every delivery of one mail, whatever its Received lines. */
  readonly dedupeKey: string;
  /** Why it cannot be read, or null. The other fields then hold what was found before. */
  readonly fault: InboundFault | null;
}

/** What a raw mail says. Never throws: what is wrong with it is in `fault`. */
export async function parseMail(
  raw: Uint8Array<ArrayBuffer>,
  envelope: Envelope,
  ownDomain: string,
): Promise<InboundMail> {
  const fields = raw.length > maxMailBytes ? null : headerBlock(raw);
  if (!fields) return unread(envelope, raw, raw.length > maxMailBytes ? 'too_large' : 'bad_header');
  const from = onlyAddress(valuesOf(fields, 'from'));
  const parsed = await readBody(raw);
  const subject = parsed.email?.subject ?? '';
  const text = parsed.email?.text ?? '';
  const messageId = idsIn(valuesOf(fields, 'message-id'))[0] ?? null;
  return {
    from,
    authenticated: from !== null && isAuthenticated(fields, from, envelope.from),
    automatic: automaticReason(fields, { from, envelopeFrom: envelope.from, ownDomain }),
    messageId,
    references: referencesOf(fields),
    subject,
    text,
    attachments: (parsed.email?.attachments ?? []).flatMap(attachmentOf),
    dedupeKey: await dedupeKey({
      to: envelope.to,
      from,
      messageId,
      date: valuesOf(fields, 'date')[0] ?? '',
      subject,
      text,
    }),
    fault: parsed.fault ?? (from === null ? 'no_from' : null),
  };
}

/** Signatures of mail programs are not what somebody sends along. */
const attachmentOf = ({ filename, mimeType, content }: Attachment): MailAttachment[] => {
  if (/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/i.test(mimeType)) return [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const usual = mimeType.toLowerCase() === 'message/rfc822' ? 'message.eml' : '';
  return [{ name: filename ?? usual, bytes }];
};

/** The one address of the one From, in lower case; null for none, several, or a group. */
const onlyAddress = (values: readonly string[]): string | null => {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0 || value.length > 2000) return null;
  const [only, ...more] = addressParser(value);
  return only?.address && more.length === 0 ? only.address.toLowerCase() : null;
};

const readBody = async (raw: Uint8Array<ArrayBuffer>) => {
  if (isTooComplex(raw)) return { fault: 'too_complex' as const };
  try {
    const limits = { maxNestingDepth: maxDepth, maxHeadersSize: maxHeaderBytes, forceRfc822Attachments: true };
    const email = await PostalMime.parse(raw, limits);
    return email.attachments.length > maxParts ? { fault: 'too_complex' as const } : { email, fault: null };
  } catch {
    return { fault: 'unreadable' as const };
  }
};

/**
 * The parser compares each line with every boundary: all are bounded here,
 * before it runs. A boundary cannot be declared without its name.
 */
const isTooComplex = (raw: Uint8Array): boolean => {
  if (hasMoreLines(raw, maxLines)) return true;
  const text = new TextDecoder('latin1').decode(raw);
  const declared = [...text.matchAll(/boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  if ((text.match(/boundary/gi)?.length ?? 0) > maxParts * 4 || declared.length > maxParts) return true;
  const starts = new Set(declared.map((boundary) => `--${boundary}`));
  let parts = 0;
  for (const [line] of text.matchAll(/^--[^\r\n]+/gm)) {
    if (starts.has(line.trimEnd())) parts += 1;
    if (parts > maxParts) return true;
  }
  return false;
};

const hasMoreLines = (raw: Uint8Array, most: number): boolean => {
  let lines = 0;
  for (let at = raw.indexOf(10); at !== -1 && lines <= most; at = raw.indexOf(10, at + 1)) lines += 1;
  return lines > most;
};

const referencesOf = (fields: readonly HeaderField[]): readonly string[] => {
  const chain = idsIn(valuesOf(fields, 'references')).slice(-maxReferences).reverse();
  return [...new Set([...idsIn(valuesOf(fields, 'in-reply-to')), ...chain])].slice(0, maxReferences);
};

const idsIn = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [...value.matchAll(/<([^<>\s]{1,900})>/g)].map(([, id]) => id ?? ''));

const unread = async (envelope: Envelope, raw: Uint8Array<ArrayBuffer>, fault: InboundFault): Promise<InboundMail> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).toHex();
  const key = await dedupeKey({ to: envelope.to, from: null, messageId: null, date: '', subject: '', text: hash });
  return {
    from: null,
    authenticated: false,
    automatic: null,
    messageId: null,
    references: [],
    subject: '',
    text: '',
    attachments: [],
    dedupeKey: key,
    fault,
  };
};
