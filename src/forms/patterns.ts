import * as z from 'zod';
import type { PatternName } from './definition.ts';

/** Ours are linear in the text's length: no repetition stands inside another that matches the same. */
const tests: Readonly<Record<PatternName, z.ZodType>> = {
  letters: z.string().regex(/^[\p{L}\p{M}]+(?:[ '’-][\p{L}\p{M}]+)*$/u),
  digits: z.string().regex(/^\d+$/),
  letters_digits: z.string().regex(/^[\p{L}\p{M}\p{N}]+$/u),
  no_spaces: z.string().regex(/^\S+$/u),
  hex: z.string().regex(/^[0-9a-f]+$/i),
  uuid: z.guid(),
  ip_address: z.union([z.ipv4(), z.ipv6()]),
};

/** Whether a text is what the pattern's name says. */
export function matches(pattern: PatternName, text: string): boolean {
  return tests[pattern].safeParse(text).success;
}
