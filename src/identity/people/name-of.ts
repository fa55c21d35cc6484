import { cleanLine, lengthOf } from '#lib/text.ts';

const longestName = 100;

export type NameResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly fault: 'missing' }
  | { readonly ok: false; readonly fault: 'too_long'; readonly max: number; readonly length: number };

/** A person's name as it is stored: one line, at most 100 characters as people count them. */
export function nameOf(typed: string): NameResult {
  const value = cleanLine(typed);
  if (value === '') return { ok: false, fault: 'missing' };
  const length = lengthOf(value);
  if (length > longestName) return { ok: false, fault: 'too_long', max: longestName, length };
  return { ok: true, value };
}
