import { isDay, numberOfDay } from '#lib/days.ts';
import type { AnswerValue, FieldType } from './definition.ts';

/** By which lists find and sort a value: one of both is set. */
export interface ValueKey {
  readonly textKey: string | null;
  readonly numberKey: number | null;
}

const longestKey = 100;

/** The keys of a value, in its order: several choices and files have one each. */
export function keysOf(type: FieldType, value: AnswerValue): readonly ValueKey[] {
  return (typeof value === 'object' ? value : [value]).map((one) => keyOf(type, one));
}

function keyOf(type: FieldType, value: string | number | boolean): ValueKey {
  if (type === 'date' && typeof value === 'string' && isDay(value)) return ofNumber(numberOfDay(value));
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value === 'boolean') return ofNumber(value ? 1 : 0);
  return { textKey: foldedKey(value), numberKey: null };
}

/** A text as it is compared: capitals and composed letters make no difference. */
export function foldedKey(text: string): string {
  return [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .trim()
      .slice(0, 2 * longestKey),
  ]
    .slice(0, longestKey)
    .join('');
}

function ofNumber(numberKey: number): ValueKey {
  return { textKey: null, numberKey };
}
