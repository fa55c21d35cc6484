import { type HeaderField, valuesOf } from './header-block.ts';

export type AutomaticReason =
  | 'auto_submitted'
  | 'precedence'
  | 'list'
  | 'auto_response'
  | 'no_sender'
  | 'robot'
  | 'report'
  | 'own_mail';

/**
 * Why a mail was not written by a person for us (RFC 3834), or null. Such mail
 * is filed and never answered, or two machines would write to each other for ever.
 */
export const automaticReason = (
  fields: readonly HeaderField[],
  {
    from,
    envelopeFrom,
    ownDomain,
  }: { readonly from: string | null; readonly envelopeFrom: string; readonly ownDomain: string },
): AutomaticReason | null => {
  const has = (test: (name: string) => boolean) => fields.some((field) => test(field.name));
  const says = (name: string, test: (value: string) => boolean) =>
    valuesOf(fields, name).some((value) => test(value.toLowerCase()));
  if (has((name) => name === 'x-portico-loop') || isOwn(from, ownDomain) || isOwn(envelopeFrom, ownDomain))
    return 'own_mail';
  if (says('content-type', (value) => value.startsWith('multipart/report'))) return 'report';
  if (envelopeFrom === '' || envelopeFrom === '<>') return 'no_sender';
  if (says('auto-submitted', (value) => !/^no\b/.test(value))) return 'auto_submitted';
  if (says('precedence', (value) => /^(bulk|junk|list|auto_reply)\b/.test(value))) return 'precedence';
  if (has((name) => name.startsWith('list-'))) return 'list';
  // Not X-Auto-Response-Suppress: Exchange puts it on people's mail too, and their words would be lost.
  if (has((name) => name === 'x-autoreply' || name === 'x-autorespond')) return 'auto_response';
  return [from ?? '', envelopeFrom].some((address) => robots.test(address)) ? 'robot' : null;
};

const robots = /^(mailer-daemon|postmaster|no-?reply)@/i;

const isOwn = (address: string | null, ownDomain: string): boolean =>
  (address ?? '').toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`);
