import { expect, test } from 'vitest';
import { csvText } from './send-csv.ts';

const cellOf = (text: string) => csvText([[text, 'x']], false);

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\uff1d1+1', "'\uff1d1+1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff20A1', "'\uff20A1"],
  ['\t=1+1', "'=1+1"],
  ['\r=1+1', "'=1+1"],
  ['\n=1+1', "'=1+1"],
  [' \u00a0\ufeff=1+1', "'=1+1"],
  ['\u200b\u202e=1+1', "'=1+1"],
  ['Nora = admin', 'Nora = admin'],
])('%j is no formula', (typed, kept) => {
  expect(cellOf(typed)).toBe(`${kept},x\r\n`);
});

test.each([
  ['Nora;=HYPERLINK(1)', "Nora;'=HYPERLINK(1)"],
  ['Nora; \u200b+1', "Nora;'+1"],
  ['Nora|@A1', "Nora|'@A1"],
  ['a; \uff1d1', "a;'\uff1d1"],
  ['one; two', 'one; two'],
])('%j begins no formula where another program cuts it in two', (typed, kept) => {
  expect(cellOf(typed)).toBe(`${kept},x\r\n`);
});

test('cells with marks of the format come back as they were', () => {
  expect(csvText([['a "b"', 'c,d', 'e\nf', '']], false)).toBe('"a ""b""","c,d",e f,\r\n');
  expect(csvText([['=cmd|"/c calc"!A1']], false)).toBe(`"'=cmd|""/c calc""!A1"\r\n`);
  expect(csvText([['a']], true)).toBe('\ufeffa\r\n');
});
