import { holds } from './branching.ts';
import type { AnswerValue, FieldRules, FieldShape, Test } from './definition.ts';

/** A way to answer a question; without a value: to leave it empty. `other`: something that no condition names. */
export interface Candidate {
  readonly value: AnswerValue | undefined;
  readonly kind: 'value' | 'other' | 'empty';
}

/**
 * Ways to answer a field, in groups: within a group all conditions come out the
 * same, so one of each stands for every answer that there is.
 */
export function candidatesOf(
  field: Pick<FieldShape, 'key' | 'type' | 'choices' | 'rules'>,
  tests: readonly Test[],
): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of [...filled(field, tests), empty]) {
    const { value } = candidate;
    const answers = value === undefined ? {} : { [field.key]: value };
    const outcome = tests.map((test) => (holds({ match: 'all', tests: [test] }, answers) ? '1' : '0')).join('');
    const group = groups.get(outcome);
    if (group) group.push(candidate);
    else groups.set(outcome, [candidate]);
  }
  return [...groups.values()];
}

const empty: Candidate = { value: undefined, kind: 'empty' };

function filled(
  { type, choices, rules }: Pick<FieldShape, 'type' | 'choices' | 'rules'>,
  tests: readonly Test[],
): readonly Candidate[] {
  const named = tests.flatMap(({ value }): readonly (string | number | boolean)[] => {
    if (value === undefined) return [];
    return typeof value === 'object' ? value : [value];
  });
  const offered = choices.filter(({ retired }) => !retired).map(({ id }) => id);
  switch (type) {
    case 'select':
      return offered.map(asValue);
    case 'multi_select':
      return sets(offered, named, rules).map(asValue);
    case 'checkbox':
      return [asValue(true)];
    case 'number':
    case 'decimal':
      return numbers(named, rules, type === 'number').map(asValue);
    case 'date':
      return days(named, rules).map(asValue);
    case 'person':
    case 'file':
      return [{ value: type === 'file' ? ['?'] : '?', kind: 'other' }];
    default:
      return texts(named);
  }
}

function asValue(value: AnswerValue): Candidate {
  return { value, kind: 'value' };
}

/** So many of the named choices are tried in every combination; of more, each alone and all together. */
const combinedMost = 6;

function sets(offered: readonly string[], named: readonly unknown[], { minChosen, maxChosen }: FieldRules) {
  const told = offered.filter((id) => named.includes(id));
  const others = offered.filter((id) => !named.includes(id));
  const combined = told.length <= combinedMost ? subsets(told) : [[], ...told.map((id) => [id]), told];
  const [other] = others;
  // With others beside them, so that no "is exactly" is met by chance and a least number can be reached.
  return combined
    .flatMap((ids) => [
      ids,
      ...(other === undefined
        ? []
        : [
            [...ids, other],
            [...ids, ...others],
          ]),
    ])
    .filter((ids) => ids.length > 0 && ids.length >= (minChosen ?? 0) && ids.length <= (maxChosen ?? ids.length));
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const all: (readonly string[])[] = [[]];
  for (const id of ids) all.push(...all.map((set) => [...set, id]));
  return all;
}

/** Each named number, one between it and the next, one below and one above; as the rules allow. */
function numbers(named: readonly unknown[], { min, max }: FieldRules, isWhole: boolean): readonly number[] {
  const told = [...new Set(named.filter((value) => typeof value === 'number'))].sort((a, b) => a - b);
  const step = isWhole ? 1 : 0.01;
  const between = told.flatMap((value, i) => {
    const next = told[i + 1];
    return [value - step, value, value + step, ...(next === undefined ? [] : [(value + next) / 2])];
  });
  const all = [...between, ...(min === undefined ? [] : [min]), ...(max === undefined ? [] : [max]), ...extra(told)];
  const rounded = all.map((value) => (isWhole ? Math.round(value) : Number(value.toFixed(6))));
  return [...new Set(rounded)].filter((value) => value >= (min ?? value) && value <= (max ?? value));
}

function extra(told: readonly number[]): readonly number[] {
  return told.length === 0 ? [1] : [];
}

const dayMs = 24 * 60 * 60 * 1000;

function days(named: readonly unknown[], { earliest, latest }: FieldRules): readonly string[] {
  const told = named.filter((value) => typeof value === 'string').filter((value) => !Number.isNaN(Date.parse(value)));
  const around = told.flatMap((day) => [-1, 0, 1].map((offset) => dayAfter(day, offset)));
  const ends = [earliest, latest].filter((day) => day !== undefined).filter(isFixed);
  const all = [...new Set([...around, ...ends])].sort();
  const allowed = all.filter((day) => !(isFixed(earliest) && day < earliest) && !(isFixed(latest) && day > latest));
  return allowed.length > 0 || told.length > 0 ? allowed : ['2030-01-01'];
}

/** A rule may also be the day on which it is asked: that limits nothing here. */
function isFixed(day: string | undefined): day is string {
  return day !== undefined && /^\d{4}-/.test(day);
}

function dayAfter(day: string, offset: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + offset * dayMs).toISOString().slice(0, 10);
}

function texts(named: readonly unknown[]): readonly Candidate[] {
  const told = [...new Set(named.filter((value) => typeof value === 'string'))];
  const all = told.length <= combinedMost ? subsets(told).filter((set) => set.length > 1) : [told];
  return [
    ...told.map(asValue),
    ...all.filter((set) => set.length > 1).map((set) => asValue(set.join(' '))),
    // A text that holds none of those that are named, however short they are.
    { value: '\u2026', kind: 'other' },
  ];
}
