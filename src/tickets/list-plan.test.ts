import { expect, test } from 'vitest';
import { readSearch } from '#lib/search-words.ts';
import { planOf } from './list-plan.ts';
import { everyRequest, type FieldFilter, type RequestQuery } from './request-query.ts';

const admin = { contactId: 'con_a', accountId: 'acc_a', sees: 'account' } as const;
const member = { ...admin, sees: 'own' } as const;
const topic: FieldFilter = { key: 'topic', test: { kind: 'is', text: 'x' } };
const cost: FieldFilter = { key: 'cost', test: { kind: 'between', of: 'numbers', from: 1, to: null } };
const days = { from: '2026-01-01', to: null } as const;

const cases: readonly (readonly [string, typeof admin | typeof member, Partial<RequestQuery>, object])[] = [
  ['the plain list', admin, {}, { along: 'activity', person: null, isSorted: false, window: null }],
  ['of a person', member, {}, { along: 'activity', person: 'con_a', isSorted: false, window: null }],
  ['the oldest first', admin, { ascending: true }, { along: 'activity', descending: false, window: null }],
  ['by number', admin, { sort: 'number' }, { along: 'created', isSorted: false, window: null }],
  ['by priority', admin, { sort: 'priority' }, { along: 'activity', isSorted: true, window: 750 }],
  ['by status', admin, { status: 'sta_x' }, { along: 'activity', isSorted: false, window: 1500 }],
  ['by who asked', admin, { requester: 'con_b' }, { along: 'activity', person: 'con_b', window: 750 }],
  ['by creation', admin, { created: days }, { along: 'created', isSorted: true, window: 750 }],
  ['by both clocks', admin, { created: days, activity: days }, { along: 'activity', isSorted: false, window: 1500 }],
  ['by a value', admin, { fields: [cost, topic] }, { along: 'value', leading: topic, probed: [cost], window: 300 }],
  ['by a value, newest asked first', admin, { fields: [topic], sort: 'created' }, { isSorted: false, window: 750 }],
  ['by a range', admin, { fields: [cost] }, { along: 'value', leading: cost, isSorted: true }],
  ['by a value, of a person', member, { fields: [topic] }, { along: 'activity', leading: null, probed: [topic] }],
  ['words', admin, { words: readSearch('gate') }, { along: 'words', isSorted: false, window: 96 }],
  ['words, sorted', member, { words: readSearch('gate'), sort: 'created' }, { along: 'words', isSorted: true }],
];

test.each(cases)('the way to %s', (_what, viewer, wish, expected) => {
  expect(planOf({ ...everyRequest, ...wish }, viewer)).toMatchObject(expected);
});
