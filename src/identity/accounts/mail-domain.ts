import providers from 'email-providers/all.json' with { type: 'json' };
import { getDomain } from 'tldts';
import { normalizeAddress } from '../people/normalize-address.ts';

export type DomainResult =
  | { readonly ok: true; readonly domain: string }
  | { readonly ok: false; readonly fault: 'invalid' | 'public_provider' | 'public_suffix' };

// Made at the first question: most requests never ask.
let known: ReadonlySet<string> | undefined;

/**
 * A mail domain that can belong to one company, as it is stored: not one of a
 * mail provider, where anybody gets an address, nor one under which anybody
 * registers names (`co.uk`, `github.io`).
 */
export function mailDomainOf(typed: string): DomainResult {
  const address = normalizeAddress(`x@${typed.trim().replace(/^@/, '')}`);
  if (address === null) return { ok: false, fault: 'invalid' };
  const domain = address.slice('x@'.length);
  const registered = getDomain(domain, { allowPrivateDomains: true });
  if (registered === null) return { ok: false, fault: 'public_suffix' };
  known ??= new Set(providers);
  if (known.has(domain) || known.has(registered)) return { ok: false, fault: 'public_provider' };
  return { ok: true, domain };
}
