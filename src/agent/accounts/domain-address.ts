import type { AppContext } from '#http/context.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { notFound } from '#lib/problem.ts';
import { accountHref } from './account-address.ts';

/** The mail domain that the address names, written as it is stored. */
export function domainOf(c: AppContext): string {
  const domain = c.req.param('domain') ?? '';
  if (normalizeAddress(`x@${domain}`) !== `x@${domain}`) throw notFound();
  return domain;
}

/** The address of something to do with an account's domain. */
export function domainHref(accountId: string, domain: string, below: string): string {
  return accountHref(accountId, `/domains/${encodeURIComponent(domain)}${below}`);
}
