import { cleanLine, isLongerThan } from '#lib/text.ts';
import type { Category } from '../status-rules.ts';

/** What a tenant calls the states, ranks and groups of its tickets: lists that its admins keep. */
export const kinds = ['status', 'priority', 'team'] as const;

export type Kind = (typeof kinds)[number];

/** Items of one kind that a tenant may have, retired ones with them; and characters of a label. */
export const mostItems = 60;
export const longestLabel = 50;

export interface Item {
  readonly id: string;
  readonly label: string;
  /** What customers read; a status alone has one. */
  readonly publicLabel: string;
  /** What a status does; never changed. Null for other kinds. */
  readonly category: Category | null;
  /** The priority that a request gets when nobody chose. */
  readonly isDefault: boolean;
  readonly isRetired: boolean;
}

export interface Words {
  readonly label: string;
  readonly publicLabel: string;
}

export type WordsFault = 'missing' | 'too_long' | 'taken';
export type WordsFaults = { readonly label?: WordsFault; readonly public_label?: WordsFault };

/**
 * What was typed, as it is stored. Customers may read the same words for many
 * statuses, agents may not; no words for customers: the agents' own.
 */
export function readWords(
  typed: Words,
  others: readonly Item[],
): { readonly ok: true; readonly words: Words } | { readonly ok: false; readonly faults: WordsFaults } {
  const label = cleanLine(typed.label);
  const publicLabel = cleanLine(typed.publicLabel) || label;
  const isTaken = others.some((item) => !item.isRetired && item.label.toLowerCase() === label.toLowerCase());
  const fault = label === '' ? 'missing' : isLongerThan(label, longestLabel) ? 'too_long' : isTaken ? 'taken' : null;
  const isPublicLong = publicLabel !== label && isLongerThan(publicLabel, longestLabel);
  if (fault === null && !isPublicLong) return { ok: true, words: { label, publicLabel } };
  return { ok: false, faults: { ...(fault && { label: fault }), ...(isPublicLong && { public_label: 'too_long' }) } };
}

/** Those among which an item is moved: a status stays within its category. */
export function fellowsOf(all: readonly Item[], item: Item): readonly Item[] {
  return all.filter(({ isRetired, category }) => !isRetired && category === item.category);
}

/** The last of its category stays, or tickets would have nowhere to go; and the usual priority. */
export function mayRetire(all: readonly Item[], item: Item): boolean {
  if (item.isRetired || item.isDefault) return false;
  return item.category === null || fellowsOf(all, item).length > 1;
}
