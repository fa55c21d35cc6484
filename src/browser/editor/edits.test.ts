import { expect, test } from 'vitest';
import { continueLine } from './continue-line.ts';
import type { Edit, Selected } from './edit.ts';
import { linkTo, linkWords } from './link-words.ts';
import { markLines } from './mark-lines.ts';
import { markCode, markWords } from './mark-words.ts';

/** Bars show what is selected; one bar is the place of the cursor. */
function read(text: string): Selected {
  const start = text.indexOf('|');
  const rest = text.slice(0, start) + text.slice(start + 1);
  const end = rest.indexOf('|');
  return end === -1 ? { value: rest, start, end: start } : { value: rest.replace('|', ''), start, end };
}

function after({ value }: Selected, { from, to, text, start, end }: Edit): string {
  const all = value.slice(0, from) + text + value.slice(to);
  return start === end
    ? `${all.slice(0, start)}|${all.slice(start)}`
    : `${all.slice(0, start)}|${all.slice(start, end)}|${all.slice(end)}`;
}

const done = (text: string, change: (selected: Selected) => Edit | null): string | null => {
  const selected = read(text);
  const edit = change(selected);
  return edit && after(selected, edit);
};

test.each([
  ['a |word| here', 'a **|word|** here'],
  ['a **|word|** here', 'a |word| here'],
  ['a |**word**| here', 'a |word| here'],
  ['a | word | here', 'a  **|word|**  here'],
  ['a | here', 'a **|** here'],
  ['a **|** here', 'a | here'],
  ['|one\n\ntwo|', '|**one**\n\n**two**|'],
  ['|**one**\n\n**two**|', '|one\n\ntwo|'],
  ['|$& $1|', '**|$& $1|**'],
])('bold: %j becomes %j', (text, result) => {
  expect(done(text, (selected) => markWords(selected, '**'))).toBe(result);
});

test.each([
  ['|x|', '`|x|`'],
  ['`|x|`', '|x|'],
  ['|`x`|', '|x|'],
  ['|a`b|', '|`` a`b ``|'],
  ['do |this\nthat| now', '|```\ndo this\nthat now\n```|'],
  ['|```\nthis\n```|', '|this|'],
  ['|a\n```\nb|', '|````\na\n```\nb\n````|'],
])('code: %j becomes %j', (text, result) => {
  expect(done(text, markCode)).toBe(result);
});

test.each([
  ['see |the docs|', 'see [the docs](|https://|)'],
  ['see |', 'see [|](https://)'],
  ['see |https://acme.test/a|', 'see [|](https://acme.test/a)'],
])('a link: %j becomes %j', (text, result) => {
  expect(done(text, linkWords)).toBe(result);
});

test('an address pasted over words links them, and anything else is pasted as ever', () => {
  const paste = (text: string, pasted: string) => done(text, (selected) => linkTo(selected, pasted));
  expect(paste('see |this| now', 'https://acme.test/?a=1')).toBe('see [this](https://acme.test/?a=1)| now');
  expect(paste('see | now', 'https://acme.test/')).toBeNull();
  expect(paste('see |this|', 'javascript:alert(1)')).toBeNull();
  expect(paste('see |this|', 'two https://acme.test/')).toBeNull();
  expect(paste('|https://old.test/|', 'https://acme.test/')).toBeNull();
  expect(paste('|a]b|', 'https://acme.test/')).toBeNull();
});

test.each([
  ['list', 'one\n|', 'one\n- |'],
  ['list', 'o|ne', '- o|ne'],
  ['list', '- o|ne', 'o|ne'],
  ['list', '|one\n\ntwo|', '|- one\n\n- two|'],
  ['list', '|1. one\n2. two|', '|- one\n- two|'],
  ['list', '|one\n|two', '|- one|\ntwo'],
  ['numbers', '|one\ntwo|', '|1. one\n2. two|'],
  ['numbers', '|1. one\n2. two|', '|one\ntwo|'],
  ['quote', '|one\n\ntwo|', '|> one\n>\n> two|'],
  ['quote', '|> one\n>\n> two|', '|one\n\ntwo|'],
] as const)('%s: %j becomes %j', (mark, text, result) => {
  expect(done(text, (selected) => markLines(selected, mark))).toBe(result);
});

test.each([
  ['- one|', '- one\n- |'],
  ['  * one|', '  * one\n  * |'],
  ['9. one|', '9. one\n10. |'],
  ['- [x] one|', '- [x] one\n- [ ] |'],
  ['> one|', '> one\n> |'],
  ['> - one|', '> - one\n> - |'],
  ['>one|', '>one\n> |'],
  ['- one\n- |', '- one\n\n|'],
  ['- one\n\n- |', '- one\n\n|'],
  ['> |', '|'],
  ['- on|e', '- on\n- |e'],
  ['one|', null],
  ['-one|', null],
  ['    one|', null],
  ['[ ] one|', null],
  ['```\n- one|', null],
  ['```\n```\n- one|', '```\n```\n- one\n- |'],
  ['- |one|', null],
])('Enter: %j becomes %j', (text, result) => {
  expect(done(text, continueLine)).toBe(result);
});
