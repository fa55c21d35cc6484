/** What the list says of what was just done, or of what it was asked for and cannot do. */
const sayings = ['saved', 'shared', 'renamed', 'removed', 'dropped'] as const;

export type Said = (typeof sayings)[number];

/** Anything else is as good as not said. */
export function saidIn(search: URLSearchParams): Said | null {
  return sayings.find((word) => word === search.get('said')) ?? null;
}

/** A list's address that says so besides. */
export function saying(href: string, said: Said | null): string {
  return said === null ? href : `${href}${href.includes('?') ? '&' : '?'}said=${said}`;
}
