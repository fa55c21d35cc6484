import { severalOf } from '#lib/several.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { AnswerValue, FieldShape, FieldType } from './definition.ts';

/** Read as `typedAnswer` reads, without saying whether the field's rules allow it. */
export type TypedAnswer =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly fault: 'not_number' | 'not_whole' | 'repeated' };

/** Fields whose control may be sent several times under one name. */
export function takesSeveral(type: FieldType): boolean {
  return type === 'multi_select' || type === 'file';
}

/** What a form's fields hold for one field, as it was typed (http/read-form.ts with `repeats`). */
export function typedOf({ key }: Pick<FieldShape, 'key'>, fields: Readonly<Record<string, string>>): readonly string[] {
  const text = Object.hasOwn(fields, key) ? (fields[key] ?? '') : '';
  return severalOf(text).filter((one) => one !== '');
}

/**
 * A value from what was typed or chosen, by the type alone: the same on the
 * server and in the browser, which must know what conditions compare.
 * `undefined`: nothing was answered.
 */
export function typedAnswer(type: FieldType, typed: readonly string[]): TypedAnswer {
  const given = typed.filter((one) => one.trim() !== '');
  if (takesSeveral(type)) return answered(given.length > 0 ? [...new Set(given)] : undefined);
  const [text] = given;
  if (text === undefined) return answered(undefined);
  if (given.length > 1) return { ok: false, fault: 'repeated' };
  if (type === 'number' || type === 'decimal') return typedNumber(type, text);
  if (type === 'checkbox') return answered(text === 'on' || text === 'yes' || text === 'true');
  const cleaned = type === 'long_text' ? cleanText(text) : cleanLine(text);
  return answered(cleaned === '' ? undefined : cleaned);
}

function answered(value: AnswerValue | undefined): TypedAnswer {
  return { ok: true, value };
}

/**
 * Digits as people write them: blanks between them, a comma for the point. A
 * comma before exactly three digits may mean thousands, so it is not guessed at.
 */
function typedNumber(type: 'number' | 'decimal', text: string): TypedAnswer {
  const plain = text.replace(/[\s\u00a0\u202f_']/g, '').replace(/^[\u2212\u2013]/, '-');
  const pointed = /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/.test(plain) ? plain.replace(',', '.') : plain;
  if (!/^[+-]?(?:\d{1,15}(?:\.\d{0,10})?|\.\d{1,10})$/.test(pointed)) return { ok: false, fault: 'not_number' };
  const value = Number(pointed);
  if (type === 'number' && !Number.isInteger(value)) return { ok: false, fault: 'not_whole' };
  return answered(value === 0 ? 0 : value);
}
