import type { AppContext } from '#http/context.ts';

const said = ['invited', 'resent', 'too-many', 'withdrawn', 'role', 'disabled', 'enabled', 'ended'] as const;

/** What a form just did, as the page after it says. */
export type Said = (typeof said)[number];

export const agentsHref = '/settings/agents';

export function saidOf(c: AppContext): Said | null {
  const word = c.req.query('said');
  return said.find((known) => known === word) ?? null;
}

export function leaveFor(c: AppContext, href: string, word: Said): Response {
  return c.redirect(`${href}?said=${word}`, 303);
}
