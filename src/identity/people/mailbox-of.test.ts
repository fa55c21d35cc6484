import { expect, test } from 'vitest';
import { mailboxOf } from './mailbox-of.ts';

test.each([
  ['nora@x.test', 'nora@x.test'],
  ['nora+portal@x.test', 'nora@x.test'],
  ['nora+a+b@x.test', 'nora@x.test'],
  ['+nora@x.test', '+nora@x.test'],
  ['nora@x+y.test', 'nora@x+y.test'],
])('%s comes to the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});
