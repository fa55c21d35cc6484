import { expect, test } from 'vitest';
import { mailDomainOf } from './mail-domain.ts';

test.each([
  ['northwind.test', 'northwind.test'],
  [' @Northwind.Test ', 'northwind.test'],
  ['mail.northwind.com', 'mail.northwind.com'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['northwind.co.uk', 'northwind.co.uk'],
])('%j is the domain %s', (typed, domain) => {
  expect(mailDomainOf(typed)).toEqual({ ok: true, domain });
});

test.each([
  ['gmail.com', 'public_provider'],
  ['GMAIL.com', 'public_provider'],
  ['mail.gmx.de', 'public_provider'],
  ['outlook.com', 'public_provider'],
  ['co.uk', 'public_suffix'],
  ['github.io', 'public_suffix'],
  ['', 'invalid'],
  ['northwind', 'invalid'],
  ['nora@northwind.test', 'invalid'],
  ['https://northwind.test', 'invalid'],
  ['a.test b.test', 'invalid'],
  ['a.test,b.test', 'invalid'],
  ['127.0.0.1', 'invalid'],
  ['northwind.test/x', 'invalid'],
])('%j is refused: %s', (typed, fault) => {
  expect(mailDomainOf(typed)).toEqual({ ok: false, fault });
});
