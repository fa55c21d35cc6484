import type { Settings } from '#env.ts';
import type { Tenant } from '#lib/tenant.ts';

/** From whom mail comes: the platform's own domain, which can sign it, under the tenant's name. */
export function senderOf(
  settings: Pick<Settings, 'platformDomain'>,
  tenant: Pick<Tenant, 'brand'>,
): { readonly email: string; readonly name: string } {
  return { email: `support@${settings.platformDomain}`, name: tenant.brand.name };
}
