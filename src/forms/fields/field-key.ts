import { reservedKeys } from '../definition.ts';

/** Further names that are taken: what browsers call parts of a form themselves, and controls of other pages of ours. */
const taken: ReadonlySet<string> = new Set([
  ...reservedKeys,
  ...['action', 'method', 'submit', 'elements', 'length', 'target', 'name', 'id', 'reset', 'title', 'constructor'],
  ...['enctype', 'encoding', 'autocomplete', 'attributes', 'children', 'style', 'hidden', 'dataset', 'prototype'],
  ...['assignee', 'team', 'tags', 'email', 'code', 'role', 'label', 'access', 'account', 'number'],
]);

const longestKey = 40;

export type KeyFault = 'key_pattern' | 'key_reserved';

/** What is wrong with a key that somebody chose; null: nothing. */
export function faultOfKey(key: string): KeyFault | null {
  if (key.length > longestKey || !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(key)) return 'key_pattern';
  return taken.has(key) ? 'key_reserved' : null;
}

/** A key made of the label's letters that nobody else has. */
export function keyFor(label: string, others: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, longestKey - 8)
    .replace(/_+$/, '');
  const base = faultOfKey(plain) === null ? plain : plain === '' ? 'field' : `${plain}_field`;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}_${n}`;
    if (!others.has(key) && faultOfKey(key) === null) return key;
  }
}
