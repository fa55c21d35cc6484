import { expect, test } from 'vitest';
import { refuseDoubledColumns } from './columns.ts';

test('a join that selects one name twice is refused, for it would lose a column silently', () => {
  expect(() => refuseDoubledColumns('select "a"."id", "b"."id" from "a" join "b"')).toThrow('called id');
  expect(() => refuseDoubledColumns('select "a"."id" as "x", b.x from "a" join "b"')).toThrow('called x');
});

test.each([
  'select "a"."id" as "aId", "b"."id" as "bId" from "a" join "b"',
  'select count(*) as n, (select id from x where a.id = b.id) as id from a',
  'insert into a (id, id2) values (1, 1)',
  'select coalesce(a.id, b.id) as id, a.name from a, b',
])('%s is allowed', (sql) => {
  expect(() => refuseDoubledColumns(sql)).not.toThrow();
});
