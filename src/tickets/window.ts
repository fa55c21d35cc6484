import type { DeskEntry, PublicEntry } from './entries.ts';

/** How much text one page shows, in characters: what hostile words cost to render grows with them. */
export const windowCharacters = 300_000;

/** The first (or last) of these entries, at most so many and so much text; always at least one. */
export function withinWindow<E extends PublicEntry | DeskEntry>(
  all: readonly E[],
  most: number,
  keep: 'first' | 'last',
): readonly E[] {
  const order = keep === 'first' ? all : all.toReversed();
  let characters = 0;
  const taken = order.slice(0, most).findIndex((entry, at) => {
    characters += charactersOf(entry);
    return at > 0 && characters > windowCharacters;
  });
  const kept = order.slice(0, taken === -1 ? most : taken);
  return keep === 'first' ? kept : kept.toReversed();
}

function charactersOf(entry: PublicEntry | DeskEntry): number {
  if (entry.kind === 'event') return 0;
  return entry.body.length + (entry.kind === 'message' ? entry.quoted.length : 0);
}
