import { expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
  ['{"a":"b","b":"a: \\"a\\": {"}'],
  ['{"a":["a","a"],"b":"\\\\"}'],
  ['[]'],
  ['"a"'],
])('%s is read', (text) => {
  expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

test.each([
  ['{"a":1,"a":1}'],
  ['{"a":1, "b":{"c":1,"c":2}}'],
  ['{"aud":1,"\\u0061ud":2}'],
  ['[{"a":1 ,"a" :2}]'],
  ['{"__proto__":1,"__proto__":2}'],
  ['{"a":"}","a":2}'],
])('%s says a name twice', (text) => {
  expect(parseStrictJson(text)).toEqual({ ok: false, fault: 'repeated_name' });
});

test.each([[''], ['{'], ['{"a":1'], ["{'a':1}"], ['{"a":1}{"a":1}'], ['{"a":1,}']])('%j is no JSON', (text) => {
  expect(parseStrictJson(text)).toEqual({ ok: false, fault: 'malformed' });
});
