import type { AppContext } from '#http/context.ts';
import { isId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';

/** The account that the address names; anything that is no id is no account. */
export function accountIdOf(c: AppContext): string {
  const id = c.req.param('account') ?? '';
  if (!isId('account', id)) throw notFound();
  return id;
}

/** The contact that the address names. */
export function contactIdOf(c: AppContext): string {
  const id = c.req.param('contact') ?? '';
  if (!isId('contact', id)) throw notFound();
  return id;
}

/** The address of an account, or of something below it. */
export function accountHref(accountId: string, below = ''): string {
  return `/accounts/${accountId}${below}`;
}

/** The address of somebody in an account, or of something below it. */
export function personHref(accountId: string, contactId: string, below = ''): string {
  return accountHref(accountId, `/people/${contactId}${below}`);
}

const said = [
  'added',
  'invited',
  'resent',
  'too-many',
  'withdrawn',
  'granted',
  'refused',
  'domain-added',
  'domain-confirmed',
  'domain-removed',
  'removed',
  'saved',
  'role',
  'moved',
  'ended',
  'disabled',
  'enabled',
] as const;

/** What a form just did, as the page after it says. */
export type Said = (typeof said)[number];

export function saidOf(c: AppContext): Said | null {
  const word = c.req.query('said');
  return said.find((known) => known === word) ?? null;
}

/** To a page, which says what was done. */
export function leaveFor(c: AppContext, href: string, word: Said): Response {
  return c.redirect(`${href}?said=${word}`, 303);
}
