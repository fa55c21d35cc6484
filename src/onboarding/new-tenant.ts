import { accentPattern } from '#lib/palette.ts';
import { Problem } from '#lib/problem.ts';

/** What is asked of a company that begins with us. */
export interface NewTenant {
  /** Its default host is `<slug>.<platform domain>`. */
  readonly slug: string;
  readonly name: string;
  /** IANA name: business hours and the times of visitors we know nothing of. */
  readonly zone: string;
  readonly locale?: string;
  /** `#rrggbb` */
  readonly accent: string;
  readonly welcome?: string;
  readonly footerLinks?: readonly { readonly label: string; readonly url: string }[];
  readonly owner: { readonly name: string; readonly email: string };
}

// Hosts of the platform's own, and names that visitors would take for ours.
const reserved = new Set([
  'app',
  'api',
  'in',
  'www',
  'mail',
  'smtp',
  'cdn',
  'assets',
  'help',
  'status',
  'admin',
  'portico',
]);

/** Throws Problem `invalid` for what no tenant may start with. */
export function checkNewTenant({ slug, name, zone, accent, footerLinks = [], owner }: NewTenant): void {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(slug) || slug.startsWith('xn--')) refuse('slug_invalid');
  if (reserved.has(slug)) refuse('slug_reserved');
  if (name.trim() === '') refuse('name_missing');
  if (!accentPattern.test(accent)) refuse('accent_invalid');
  if (!isZone(zone)) refuse('zone_invalid');
  if (owner.name.trim() === '') refuse('owner_missing');
  if (!footerLinks.every(({ url }) => /^https?:\/\//.test(url))) refuse('link_invalid');
}

function refuse(code: string): never {
  throw new Problem('invalid', code);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
