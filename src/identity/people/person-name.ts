import { nameOf } from './name-of.ts';

export type PersonNameResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly max: number; readonly length: number };

/** Somebody's name as another writes it: empty where nobody knows it yet. */
export function personNameOf(typed: string): PersonNameResult {
  const name = nameOf(typed);
  if (name.ok) return name;
  return name.fault === 'missing' ? { ok: true, value: '' } : { ok: false, max: name.max, length: name.length };
}
