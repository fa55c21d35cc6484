import * as z from 'zod';
import { isDay } from '#lib/days.ts';
import { filesPerForm } from '#lib/files-per-form.ts';
import { isId } from '#lib/ids.ts';
import { isLongerThan, lengthOf, longestMessage } from '#lib/text.ts';
import type { AnswerValue, FieldShape } from './definition.ts';
import { matches } from './patterns.ts';
import { typedAnswer } from './typed-answer.ts';

/** Why an answer cannot stand; `fault-words.ts` says it to people. */
export type AnswerFault =
  | 'required'
  | 'repeated'
  | 'not_number'
  | 'not_whole'
  | 'too_small'
  | 'too_large'
  | 'too_short'
  | 'too_long'
  | 'wrong_pattern'
  | 'not_date'
  | 'too_early'
  | 'too_late'
  | 'not_email'
  | 'not_url'
  | 'not_phone'
  | 'unknown_choice'
  | 'too_few'
  | 'too_many'
  /** It is not this person's, not of this form, or was sent before. */
  | 'lost_file';

export type ReadAnswer =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly fault: AnswerFault };

/** What an answer is read against. */
export interface AnswerContext {
  /** The day, YYYY-MM-DD, on which it is asked. */
  readonly today: string;
  /** People of the account: the only ones that a person field may name. */
  readonly people: readonly { readonly id: string }[];
  /** The value as it stands: what was retired or left since may stay. */
  readonly current?: AnswerValue | undefined;
}

/** Characters of a text whose rules say nothing, by DESIGN §9. */
export const longestText = 200;
const longestAddress = 254;
const longestUrl = 2000;
const longestPhone = 40;

/**
 * What was typed or chosen for a field, as a value that may be stored. An empty
 * answer is `undefined` and no fault: whether one is needed is the form's matter.
 */
export function readAnswer(shape: FieldShape, typed: readonly string[], context: AnswerContext): ReadAnswer {
  const read = typedAnswer(shape.type, typed);
  if (!read.ok) return read;
  if (read.value === undefined) return read;
  return checkAnswer(shape, read.value, context);
}

/** The same for a value that is there already: defaults, prefilled addresses, programs. */
export function checkAnswer(shape: FieldShape, value: AnswerValue, context: AnswerContext): ReadAnswer {
  const fault = faultOf(shape, value, context);
  if (fault) return { ok: false, fault };
  return { ok: true, value: shape.type === 'multi_select' ? inOrder(shape, value) : value };
}

function faultOf(shape: FieldShape, value: AnswerValue, context: AnswerContext): AnswerFault | null {
  if (typeof value === 'string') return faultOfText(shape, value, context);
  if (typeof value === 'number') return faultOfNumber(shape, value);
  if (typeof value === 'boolean') return shape.type === 'checkbox' ? null : 'unknown_choice';
  return faultOfList(shape, value, context);
}

function faultOfText(shape: FieldShape, value: string, context: AnswerContext): AnswerFault | null {
  switch (shape.type) {
    case 'text':
      return faultOfLength(shape, value, longestText) ?? faultOfPattern(shape, value);
    case 'long_text':
      return faultOfLength(shape, value, longestMessage);
    case 'date':
      return faultOfDay(shape, value, context.today);
    case 'select':
      return faultOfChoice(shape, value, context);
    case 'person':
      return faultOfPerson(value, context);
    case 'email':
      return isEmail(value) ? null : 'not_email';
    case 'url':
      return isWebAddress(value) ? null : 'not_url';
    case 'phone':
      return isPhone(value) ? null : 'not_phone';
    case 'number':
    case 'decimal':
      return 'not_number';
    default:
      return 'unknown_choice';
  }
}

/** Only what a browser may open: no `javascript:`, no `data:`, no user and password in it. */
const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .refine((url) => !/^https?:\/\/[^/]*@/i.test(url));

function isWebAddress(value: string): boolean {
  return value.length <= longestUrl && webAddress.safeParse(value).success;
}

function isEmail(value: string): boolean {
  return value.length <= longestAddress && z.email().safeParse(value).success;
}

/** Light on purpose: countries write numbers in too many ways. Digits enough to call, and what people put between them. */
function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (value.length > longestPhone) return false;
  return /^\+?[\d\s().\-/]+(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?$/i.test(value) && digits >= 3 && digits <= 21;
}

function faultOfLength({ rules }: FieldShape, value: string, most: number): AnswerFault | null {
  if (isLongerThan(value, Math.min(rules.maxLength ?? most, most))) return 'too_long';
  return rules.minLength !== undefined && lengthOf(value) < rules.minLength ? 'too_short' : null;
}

function faultOfPattern({ rules }: FieldShape, value: string): AnswerFault | null {
  return rules.pattern && !matches(rules.pattern, value) ? 'wrong_pattern' : null;
}

function faultOfDay({ rules }: FieldShape, value: string, today: string): AnswerFault | null {
  if (!isDay(value) || value < '0100') return 'not_date';
  const dayOf = (rule: string | undefined) => (rule === 'today' ? today : rule);
  const [earliest, latest] = [dayOf(rules.earliest), dayOf(rules.latest)];
  if (earliest !== undefined && value < earliest) return 'too_early';
  return latest !== undefined && value > latest ? 'too_late' : null;
}

function faultOfNumber({ type, rules }: FieldShape, value: number): AnswerFault | null {
  if ((type !== 'number' && type !== 'decimal') || !Number.isFinite(value)) return 'not_number';
  if (type === 'number' && !Number.isSafeInteger(value)) return 'not_whole';
  if (rules.min !== undefined && value < rules.min) return 'too_small';
  return rules.max !== undefined && value > rules.max ? 'too_large' : null;
}

function faultOfList(shape: FieldShape, value: readonly string[], { current }: AnswerContext): AnswerFault | null {
  if (shape.type !== 'multi_select' && shape.type !== 'file') return 'repeated';
  const isKnown = (id: string) => (shape.type === 'file' ? isId('attachment', id) : isOffered(shape, id, current));
  if (!value.every(isKnown)) return 'unknown_choice';
  const { minChosen = 0, maxChosen } = shape.rules;
  if (value.length < minChosen) return 'too_few';
  const most = shape.type === 'file' ? Math.min(maxChosen ?? filesPerForm, filesPerForm) : maxChosen;
  return most !== undefined && value.length > most ? 'too_many' : null;
}

function faultOfChoice(shape: FieldShape, value: string, { current }: AnswerContext): AnswerFault | null {
  return isOffered(shape, value, current) ? null : 'unknown_choice';
}

function faultOfPerson(value: string, { people, current }: AnswerContext): AnswerFault | null {
  return current === value || people.some(({ id }) => id === value) ? null : 'unknown_choice';
}

function isOffered({ choices }: FieldShape, id: string, current: AnswerValue | undefined): boolean {
  const choice = choices.find((one) => one.id === id);
  if (!choice) return false;
  return !choice.retired || current === id || (Array.isArray(current) && current.includes(id));
}

/** Choices stand in the field's order, however they were sent. */
function inOrder({ choices }: FieldShape, value: AnswerValue): AnswerValue {
  if (typeof value !== 'object') return value;
  return choices.flatMap(({ id }) => (value.includes(id) ? [id] : []));
}
