import type { Field } from '#forms/fields/field.ts';
import { valueWords } from '#forms/value-words.ts';
import { type FieldFilter, isFiltered, type RequestQuery, type Span } from '#tickets/request-query.ts';
import type { Reader } from '#ui/reader.ts';
import type { Option } from '#ui/select.tsx';
import { countOf } from './count-words.ts';
import { addressFields, spanWords } from './list-address.ts';
import type { ListRows } from './settle-query.ts';
import { statusWords } from './status-words.ts';

/** A control of the filters, named as in the address. */
export type FilterControl =
  | {
      readonly kind: 'select';
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
      readonly value: string;
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly value: string;
      /** What is offered while somebody types. */
      readonly suggestions?: readonly string[];
    }
  | {
      readonly kind: 'span';
      readonly name: string;
      readonly label: string;
      readonly of: 'days' | 'numbers';
      readonly from: { readonly name: string; readonly value: string };
      readonly to: { readonly name: string; readonly value: string };
    };

export interface FilterView {
  readonly words: string;
  /** What the form sends along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly controls: readonly FilterControl[];
  /** How many filters are set, the words apart. */
  readonly active: number;
}

interface Given {
  readonly reader: Reader;
  readonly query: RequestQuery;
  readonly rows: ListRows;
  readonly seesAccount: boolean;
}

/** The form above the list, filled in with what the address asks. */
export function filterView(given: Given): FilterView {
  const { query } = given;
  const fields = addressFields(query);
  const hidden = Object.entries(fields).filter(([name]) => name === 'tab' || name === 'all');
  // Of whom only the name is in its box.
  const named = given.rows.people.areMore && query.requester !== null && query.requester !== 'me';
  const spans = [query.created, query.activity].filter(({ from, to }) => from !== null || to !== null).length;
  const chosen = [query.status, query.form, query.priority, query.requester, query.asker].filter(
    (it) => it !== null,
  ).length;
  return {
    words: query.words?.text ?? '',
    hidden: { ...Object.fromEntries(hidden), ...(named && { 'requester.id': query.requester }) },
    controls: [
      ...usualControls(given),
      ...given.rows.fields.map((field) => fieldControl(given, field)),
      sortControl(given),
    ],
    active: spans + chosen + query.fields.length,
  };
}

function usualControls({ reader: { t }, query, rows, seesAccount }: Given): readonly FilterControl[] {
  const { status, form, priority, requester, created, activity } = query;
  const select = (
    name: 'status' | 'form' | 'priority' | 'requester',
    value: string | null,
    options: readonly Option[],
  ) => {
    if (options.length < 2 && value === null) return [];
    const any = { value: '', label: t(`list.any.${name}`) };
    return [
      { kind: 'select', name, label: t(`list.by.${name}`), options: [any, ...options], value: value ?? '' } as const,
    ];
  };
  // Kept counts tell of nothing but the status.
  const isCounted = !isFiltered({ ...query, status: null });
  const words = statusWords(rows.statuses, query).map((word) => ({
    value: word.id,
    label: isCounted ? t('list.option.counted', { label: word.label, count: countOf(rows, word) }) : word.label,
  }));
  const me = { value: 'me', label: t('list.me') };
  const people = [me, ...rows.people.offered.map(({ id, name }) => ({ value: id, label: name }))];
  const who = () => {
    if (!rows.people.areMore) return select('requester', requester, people);
    const value = query.asker?.text ?? people.find((person) => person.value === requester)?.label ?? '';
    const suggestions = people.map(({ label }) => label);
    return [{ kind: 'text', name: 'requester', label: t('list.by.requesterNamed'), value, suggestions } as const];
  };
  const span = (name: 'from' | 'activity', days: RequestQuery['created'], names: readonly [string, string]) => ({
    kind: 'span' as const,
    name,
    label: t(name === 'from' ? 'list.by.created' : 'list.by.activity'),
    of: 'days' as const,
    from: { name: names[0], value: days.from ?? '' },
    to: { name: names[1], value: days.to ?? '' },
  });
  return [
    ...select('status', status, words),
    ...select(
      'form',
      form,
      rows.forms.map(({ slug, name }) => ({ value: slug, label: name })),
    ),
    ...select(
      'priority',
      priority,
      rows.priorities.map(({ id, label }) => ({ value: id, label })),
    ),
    ...(seesAccount ? who() : []),
    span('from', created, ['from', 'to']),
    span('activity', activity, ['activity.from', 'activity.to']),
  ];
}

function fieldControl({ reader: { t }, query, rows }: Given, field: Field): FilterControl {
  const { key, label, type } = field;
  const test = query.fields.find((filter) => filter.key === key)?.test;
  const any = { value: '', label: t('list.any.field') };
  switch (type) {
    case 'checkbox': {
      const value = test?.kind === 'ticked' ? (test.on ? 'yes' : 'no') : '';
      const options = [any, { value: 'yes', label: t('fields.yes') }, { value: 'no', label: t('fields.no') }];
      return { kind: 'select', name: `${key}.is`, label, options, value };
    }
    case 'number':
    case 'decimal':
    case 'date': {
      const span = test?.kind === 'between' ? spanWords(test) : { from: null, to: null };
      const end = (which: 'from' | 'to') => ({ name: `${key}.${which}`, value: span[which] ?? '' });
      return {
        kind: 'span',
        name: key,
        label,
        of: type === 'date' ? 'days' : 'numbers',
        from: end('from'),
        to: end('to'),
      };
    }
    default: {
      const value = test?.kind === 'is' ? test.text : '';
      const options = optionsOf(field, rows);
      if (!options) return { kind: 'text', name: key, label, value };
      return { kind: 'select', name: key, label, options: [any, ...options], value };
    }
  }
}

function optionsOf({ type, choices }: Field, { people }: ListRows): readonly Option[] | null {
  if (type === 'person') return people.offered.map(({ id, name }) => ({ value: id, label: name }));
  if (type !== 'select' && type !== 'multi_select') return null;
  return choices.map(({ id, label }) => ({ value: id, label }));
}

const orders = [
  'activity',
  'activity-asc',
  'created',
  'created-asc',
  'number',
  'number-asc',
  'priority',
  'priority-asc',
] as const;

function sortControl({ reader: { t }, query }: Given): FilterControl {
  const options = orders.map((order) => ({ value: order, label: t(`list.sort.${order}`) }));
  const value = `${query.sort}${query.ascending ? '-asc' : ''}`;
  return { kind: 'select', name: 'sort', label: t('list.sort'), options, value };
}

/** What a filter by a field asks, in words. */
export function filterWords(reader: Reader, { test }: FieldFilter, control: FilterControl): string {
  if (test.kind === 'between') return spanText(reader, test.of, spanWords(test));
  const value = test.kind === 'is' ? test.text : test.on ? 'yes' : 'no';
  if (control.kind !== 'select') return value;
  return control.options.find((option) => option.value === value)?.label ?? '';
}

/** From when until when, or how much at least and at most. */
export function spanText(reader: Reader, of: 'days' | 'numbers', { from, to }: Span<string>): string {
  const { t } = reader;
  const say = (end: string) => (of === 'days' ? valueWords(reader, { type: 'date', choices: [] }, end) : end);
  if (from !== null && to !== null) return t('list.span', { from: say(from), to: say(to) });
  return from === null ? t('list.span.to', { to: say(to ?? '') }) : t('list.span.from', { from: say(from) });
}
