import type { AnswerValue, FieldType } from './definition.ts';

/** By which lists find and sort a value: one of both is set. */
export interface ValueKey {
  readonly textKey: string | null;
  readonly numberKey: number | null;
}

const longestKey = 100;
const dayMs = 24 * 60 * 60 * 1000;

/** The keys of a value, in its order: several choices and files have one each. */
export function keysOf(type: FieldType, value: AnswerValue): readonly ValueKey[] {
  return (typeof value === 'object' ? value : [value]).map((one) => keyOf(type, one));
}

function keyOf(type: FieldType, value: string | number | boolean): ValueKey {
  if (type === 'date') return ofNumber(Date.parse(`${value}T00:00:00Z`) / dayMs);
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
