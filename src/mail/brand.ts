import type { Settings } from '#env.ts';
import { paletteFrom } from '#lib/palette.ts';
import type { Tenant } from '#lib/tenant.ts';
import { agentUrl, hostUrl } from '#tenancy/links.ts';
import { logoPath } from '#tenancy/logo.ts';

/** What a mail shows of a tenant. */
export interface MailBrand {
  readonly name: string;
  /** Both `#rrggbb`; the second is legible on the first. */
  readonly accent: string;
  readonly onAccent: string;
  /** Absolute address of a PNG (mail programs show no SVG), or null: the name in words. */
  readonly logoUrl: string | null;
  /** Where the name leads: the portal, or the agent app. */
  readonly homeUrl: string;
  readonly footerLinks: readonly { readonly label: string; readonly url: string }[];
}

type LinkSettings = Pick<Settings, 'linkScheme' | 'linkPort' | 'agentHost'>;

/** `host` is a stored one: the canonical host, or that on which a sign-in was asked for. */
export const mailBrand = (
  tenant: Tenant,
  settings: LinkSettings,
  audience: 'contact' | 'agent',
  host = tenant.canonicalHost,
): MailBrand => {
  const { name, accent, logoMail, footerLinks } = tenant.brand;
  const { light } = paletteFrom(accent);
  return {
    name,
    accent: light.accent,
    onAccent: light['on-accent'],
    logoUrl: logoMail && hostUrl(settings, host, logoPath(logoMail)),
    homeUrl: audience === 'agent' ? agentUrl(settings, '/') : hostUrl(settings, host, '/'),
    footerLinks: audience === 'agent' ? [] : footerLinks,
  };
};
