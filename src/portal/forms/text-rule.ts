import * as z from 'zod';
import { cleanLine, cleanText, isLongerThan, lengthOf, longestMessage } from '#lib/text.ts';
import type { Reader } from '#ui/reader.ts';

/** How a text is stored, and how many characters of it there may be (DESIGN §9). */
interface TextRule {
  readonly clean: (raw: string) => string;
  readonly max: number;
}

export const subjectRule: TextRule = { clean: cleanLine, max: 200 };
export const bodyRule: TextRule = { clean: cleanText, max: longestMessage };

/** A required text of a form; its faults are `missing` and `too_long`. */
export const textOf = ({ clean, max }: TextRule) =>
  z
    .string()
    .default('')
    .transform(clean)
    .refine((text) => text !== '', 'missing')
    .refine((text) => !isLongerThan(text, max), 'too_long');

/** What to say of a fault in what was typed; nothing where there is none. */
export function textFault(
  reader: Reader,
  rule: TextRule,
  fault: string | undefined,
  typed: string,
): string | undefined {
  if (fault === undefined) return undefined;
  if (fault !== 'too_long') return reader.t('field.missing');
  return reader.t('field.tooLong', { max: rule.max, length: lengthOf(rule.clean(typed)) });
}
