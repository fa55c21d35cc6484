import { nameOf } from '../people/name-of.ts';

export type PersonNameResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly max: number; readonly length: number };

/** A contact's name as an agent writes it: empty where nobody knows it yet. */
export function personNameOf(typed: string): PersonNameResult {
  const name = nameOf(typed);
  if (name.ok) return name;
  return name.fault === 'missing' ? { ok: true, value: '' } : { ok: false, max: name.max, length: name.length };
}
