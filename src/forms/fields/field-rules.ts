import { isDay } from '#lib/days.ts';
import { filesPerForm } from '#lib/files-per-form.ts';
import { longestMessage } from '#lib/text.ts';
import type { FieldRules, FieldType, PatternName } from '../definition.ts';
import { longestText } from '../read-answer.ts';
import { typedAnswer } from '../typed-answer.ts';

/** The controls of rules, by what they set. */
export const ruleControls = {
  min: 'min',
  max: 'max',
  minLength: 'min_length',
  maxLength: 'max_length',
  pattern: 'pattern',
  earliest: 'earliest',
  latest: 'latest',
  minChosen: 'min_chosen',
  maxChosen: 'max_chosen',
} as const satisfies Record<keyof FieldRules, string>;

export type RuleName = keyof FieldRules;
export type RuleFault = 'not_number' | 'not_whole' | 'not_day' | 'out_of_range' | 'order' | 'unknown_pattern';

const rules: Readonly<Record<FieldType, readonly RuleName[]>> = {
  text: ['minLength', 'maxLength', 'pattern'],
  long_text: ['minLength', 'maxLength'],
  number: ['min', 'max'],
  decimal: ['min', 'max'],
  date: ['earliest', 'latest'],
  select: [],
  multi_select: ['minChosen', 'maxChosen'],
  checkbox: [],
  email: [],
  url: [],
  phone: [],
  person: [],
  file: ['minChosen', 'maxChosen'],
};

/** The rules that fields of a type may have. */
export function rulesFor(type: FieldType): readonly RuleName[] {
  return rules[type];
}

export const patternNames: readonly PatternName[] = [
  'letters',
  'digits',
  'letters_digits',
  'no_spaces',
  'hex',
  'uuid',
  'ip_address',
];

/** Words that pass, for who chooses among the patterns. */
export const patternExamples: Readonly<Record<PatternName, string>> = {
  letters: 'Anna-Lena',
  digits: '004711',
  letters_digits: 'A4711',
  no_spaces: 'A-47/11',
  hex: '1f9c',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  ip_address: '192.0.2.10',
};

type Faults = { readonly [R in RuleName]?: RuleFault };
type Read = { readonly value?: number | string | undefined; readonly fault?: RuleFault };

/** The rules that were typed for a field of this type; other types' rules are not looked at. */
export function readRules(
  type: FieldType,
  typed: Readonly<Record<string, string>>,
): { readonly rules: FieldRules; readonly faults: Faults } {
  const read = rulesFor(type).map((rule) => [rule, readRule(type, rule, typed[ruleControls[rule]] ?? '')] as const);
  const rules: FieldRules = Object.fromEntries(
    read.flatMap(([rule, { value }]) => (value === undefined ? [] : [[rule, value]])),
  );
  const faults = Object.fromEntries(read.flatMap(([rule, { fault }]) => (fault ? [[rule, fault]] : [])));
  return { rules, faults: { ...orderFaults(rules), ...faults } };
}

function readRule(type: FieldType, rule: RuleName, text: string): Read {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (rule === 'pattern') {
    const known = patternNames.find((name) => name === trimmed);
    return known ? { value: known } : { fault: 'unknown_pattern' };
  }
  if (rule === 'earliest' || rule === 'latest') {
    const day = trimmed.toLowerCase();
    return day === 'today' || isDay(day) ? { value: day } : { fault: 'not_day' };
  }
  return readNumber(type, rule, trimmed);
}

function readNumber(type: FieldType, rule: RuleName, text: string): Read {
  const read = typedAnswer(rule === 'min' || rule === 'max' ? (type === 'decimal' ? 'decimal' : 'number') : 'number', [
    text,
  ]);
  if (!read.ok) return { fault: read.fault === 'not_whole' ? 'not_whole' : 'not_number' };
  const { value } = read;
  if (typeof value !== 'number') return {};
  const [least, most] = boundsOf(type, rule);
  return value < least || value > most ? { fault: 'out_of_range' } : { value };
}

/** Between what a rule may lie. */
function boundsOf(type: FieldType, rule: RuleName): readonly [number, number] {
  if (rule === 'minLength' || rule === 'maxLength') return [1, type === 'long_text' ? longestMessage : longestText];
  if (rule === 'minChosen' || rule === 'maxChosen') return [1, type === 'file' ? filesPerForm : 200];
  return [-1e15, 1e15];
}

function orderFaults({ min, max, minLength, maxLength, minChosen, maxChosen, earliest, latest }: FieldRules): Faults {
  const isOver = (low: number | undefined, high: number | undefined) =>
    low !== undefined && high !== undefined && low > high;
  const isLate =
    earliest !== undefined && latest !== undefined && isDay(earliest) && isDay(latest) && earliest > latest;
  return {
    ...(isOver(min, max) && { max: 'order' }),
    ...(isOver(minLength, maxLength) && { maxLength: 'order' }),
    ...(isOver(minChosen, maxChosen) && { maxChosen: 'order' }),
    ...(isLate && { latest: 'order' }),
  };
}
