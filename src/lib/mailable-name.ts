import { cleanLine, lengthOf } from './text.ts';

const longest = 60;

/**
 * A name that somebody chose, fit for a mail to an address that nobody has
 * proven: letters and a few marks, nothing that a mail program makes a link or a
 * telephone number of. Empty for what reads like a message rather than a name;
 * the mail then does without (relay spam: SECURITY §1.9.6).
 */
export function mailableName(name: string): string {
  const text = cleanLine(name).normalize('NFKC');
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  if (lengthOf(text) > longest || digits > 6 || !/\p{L}/u.test(text)) return '';
  if (/[^\p{L}\p{M}\p{Nd} .,'’&()+-]|www|https?/iu.test(text)) return '';
  return text.replace(/\.(?=\S)/g, ' ').replace(/ {2,}/g, ' ');
}
