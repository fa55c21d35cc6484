import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressFields, listHref, readAddress } from './list-address.ts';

const names = [
  ...['tab', 'all', 'q', 'status', 'form', 'priority', 'requester', 'from', 'to', 'activity.from', 'activity.to'],
  ...['sort', 'before', 'topic', 'topic.is', 'topic.from', 'topic.to', 'amount.from', 'amount.to', 'x-y', '__proto__'],
];
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('solved', '1', 'me', '2026-02-30', '2026-11-21', '-3', '12,50', '1e9', '00', 'yes', 'no'),
  fc.constantFrom('priority-asc', 'number', 'activity-asc', 'con_06gzxn0e9swc9mawva1ry66qam', '<script>', '" OR 1=1'),
);
const params = fc.dictionary(fc.constantFrom(...names), values);

test('whatever an address says, what is read of it has one address that says the same', () => {
  fc.assert(
    fc.property(params, (given) => {
      const query = readAddress(given);
      const again = readAddress(addressFields(query));
      expect(again).toEqual(query);
      const { searchParams } = new URL(listHref(query), 'https://x.test');
      expect(Object.fromEntries(searchParams)).toEqual(addressFields(query));
    }),
    { numRuns: 500 },
  );
});

test('an address keeps every filter, in one order', () => {
  const address =
    'tab=solved&status=sta_06gzxn0e9swc9mawva1ry66qam&form=request&requester=me&from=2026-01-01&to=2026-02-01' +
    '&activity.from=2026-01-05&amount.from=-2.5&amount.to=10&due.from=2026-03-01&paid.is=yes&topic=billing&sort=priority-asc&all=1';
  const pairs = [...new URLSearchParams(address)];
  const query = readAddress(Object.fromEntries(pairs.toReversed()));
  expect(listHref(query)).toBe(`/?${address}`);
  expect(query.fields.map(({ key, test: { kind } }) => [key, kind])).toEqual([
    ['amount', 'between'],
    ['due', 'between'],
    ['paid', 'ticked'],
    ['topic', 'is'],
  ]);
});

test('a number is read as an answer is: what may mean thousands is not guessed at', () => {
  const of = (end: string) => readAddress({ 'amount.from': end }).fields[0]?.test;
  expect(of('1 250,5')).toEqual({ kind: 'between', of: 'numbers', from: 1250.5, to: null });
  expect(of('1,250')).toBeUndefined();
});

test('a number keeps all of its digits, however small it is', () => {
  const decimal = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(9_999_999_999)).map(([whole, part]) => {
    return Number(`${whole}.${String(part).padStart(10, '0')}`);
  });
  fc.assert(
    fc.property(fc.oneof(decimal, fc.constantFrom(1e-10, -1e-7, 999_999_999_999_999, 0.1 + 0.2 - 0.3)), (n) => {
      const from = Number(n.toFixed(10));
      const fields = [{ key: 'amount', test: { kind: 'between', of: 'numbers', from, to: null } }] as const;
      expect(readAddress(addressFields({ ...readAddress({}), fields })).fields).toEqual(fields);
    }),
  );
});

test('words are searched for in both tabs and in all that there ever was', () => {
  expect(listHref(readAddress({ tab: 'solved', q: '  a  b ', all: '1' }))).toBe('/?q=a+b');
});

test('a place in the list is a place, or none', () => {
  const place = {
    from: [1.5, 'tkt_06gzxn0e9swc9mawva1ry66qam'],
    after: [-3, 0, 'tkt_06gzxn0e9swc9mawva1ry66qam'],
  } as const;
  const { before = '' } = addressFields({ ...readAddress({}), before: place });
  expect(readAddress({ before }).before).toEqual(place);
  for (const text of ['', 'x', btoa('[[1,"x"],null]'), btoa('[null,null]'), btoa('{}'), btoa('[["a","b"],null]')])
    expect(readAddress({ before: text }).before, text).toBeNull();
});

test.each(['constructor.is=yes', 'constructor.from=1', '__proto__.to=2', '__proto__=x'])(
  'what every object has is no field: %s',
  (address) => {
    const { fields } = readAddress(Object.fromEntries(new URLSearchParams(address)));
    expect(fields.map(({ test: { kind } }) => kind)).toEqual(
      address.endsWith('yes') ? ['ticked'] : address.startsWith('constructor') ? ['between'] : [],
    );
  },
);
