import { getCookie } from 'hono/cookie';
import type { TenantScope } from '#db/scopes.ts';
import { assets } from '#generated/assets.ts';
import { isLocale } from '#i18n/catalogue.ts';
import type { Contact } from '#lib/actor.ts';
import type { Brand } from '#lib/tenant.ts';
import { logoPath, logoSize } from '#tenancy/logo.ts';
import type { Frame } from '#ui/frame.ts';
import { readerOf } from '#ui/reader.ts';
import { platformAccent, themeOf } from '#ui/theme.ts';
import type { AppContext } from './context.ts';
import { seatsCookie } from './seats-cookie.ts';

export interface Look {
  /** What the shells draw around a page. */
  readonly frame: Frame;
  /** CSP source of the frame's one inline style. */
  readonly themeHash: string;
}

interface Person extends Partial<Pick<Contact, 'name' | 'email' | 'accountName' | 'viewedBy'>> {
  readonly zone: string | null;
  readonly locale?: string | null;
}

/** The look of a portal page: the tenant's brand, the person's words and zone where known. */
export function portalLook(c: AppContext, person?: Person): Look {
  const { tenant, now } = c.get('scope');
  const { brand } = tenant;
  const locale = person?.locale ?? tenant.locale;
  return {
    themeHash: brand.themeHash,
    frame: {
      face: 'portal',
      reader: readerOf({
        locale: isLocale(locale) ? locale : 'en',
        zone: person?.zone ?? requestZone(c) ?? tenant.zone,
        now,
      }),
      brand: {
        name: brand.name,
        logo: logoOf(brand),
        footerLinks: brand.footerLinks.map(({ label, url }) => ({ label, href: url })),
        icon: assets['icon.svg'],
      },
      theme: brand.themeCss,
      stylesheet: assets['portal.css'],
      scripts: [assets['portal-elements.js']],
      viewing: viewingOf(c, person),
    },
  };
}

/** The cookie alone makes the banner stand on a page that knows no more. */
function viewingOf(c: AppContext, person?: Person): Frame['viewing'] {
  const claim = c.get('claim');
  if (claim?.kind !== 'contact' || !claim.isViewAs) return undefined;
  const { name, email = '', accountName: account = '', viewedBy } = person ?? {};
  return { as: viewedBy ? { name: name || email, account, endsAt: viewedBy.endsAt } : null };
}

function logoOf({ logoLight, logoDark }: Brand): Frame['brand']['logo'] {
  if (logoLight === null) return undefined;
  return { light: logoPath(logoLight), dark: logoPath(logoDark ?? logoLight), ...logoSize(logoLight) };
}

const platformTheme = themeOf(platformAccent);

/** The look of the agent app, and of pages that belong to no tenant. */
export async function agentLook(c: AppContext, person?: Person): Promise<Look> {
  const { css, sha256 } = await platformTheme;
  const scope: TenantScope | undefined = c.get('scope');
  return {
    themeHash: sha256,
    frame: {
      face: 'agent',
      reader: readerOf({
        locale: 'en',
        zone: person?.zone ?? requestZone(c) ?? scope?.tenant.zone ?? 'UTC',
        now: c.get('now'),
      }),
      brand: { name: scope?.tenant.brand.name ?? 'Portico', icon: assets['icon.svg'] },
      theme: css,
      stylesheet: assets['agent.css'],
      scripts: [assets['agent-elements.js']],
      tenantId: c.get('claim')?.tenantId,
      switchHref: getCookie(c, seatsCookie) === undefined ? undefined : '/tenants',
    },
  };
}

/** The zone that Cloudflare places the client in; it is only a first guess. */
function requestZone(c: AppContext): string | null {
  const zone: unknown = c.req.raw.cf?.timezone;
  return typeof zone === 'string' && zone !== '' ? zone : null;
}
