import { describe, expect, test } from 'vitest';
import { translator } from './translator.ts';

const { t, rich } = translator('en');

describe('a text', () => {
  test('has its names filled in', () => {
    expect(t('signIn.heading', { brand: 'Acme' })).toBe('Sign in to Acme');
  });

  test('takes what people wrote as it is, patterns and names included', () => {
    expect(t('signIn.heading', { brand: '$& {brand} $1' })).toBe('Sign in to $& {brand} $1');
  });

  test('follows the number, and writes it as the language does', () => {
    expect(t('requests.tabCount', { count: 1 })).toBe('1 request');
    expect(t('requests.tabCount', { count: 1200 })).toBe('1,200 requests');
  });

  test('comes in pieces around an element', () => {
    const element = { tag: 'b' };
    expect(rich('code.sent', { email: element })).toEqual([
      'If ',
      element,
      ' is known here, a mail with a link and a code is on its way.',
    ]);
  });

  test('may be the tenant’s own', () => {
    const own = translator('en', {
      'requests.new': 'Ask us',
      'requests.tabCount': { one: 'one question', other: '{count} questions' },
    });
    expect(own.t('requests.new')).toBe('Ask us');
    expect(own.t('requests.tabCount', { count: 1 })).toBe('one question');
    expect(own.t('nav.signOut')).toBe('Sign out');
  });
});

test('a key or a name that is not there does not compile', () => {
  // @ts-expect-error no such key
  expect(() => t('no.such.key')).toThrow();
  // @ts-expect-error the brand is missing
  expect(t('signIn.heading')).toBe('Sign in to {brand}');
  // @ts-expect-error a name that the text does not have
  expect(t('nav.signOut', { name: 'x' })).toBe('Sign out');
});
