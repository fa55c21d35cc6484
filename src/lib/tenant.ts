/** What a portal looks like. Colours are computed when it is saved (ui/theme.ts). */
export interface Brand {
  readonly name: string;
  /** `#rrggbb` */
  readonly accent: string;
  /** File (tenancy/logo.ts), or null: the name in words. */
  readonly logoLight: string | null;
  readonly logoDark: string | null;
  /** PNG for mail: mail programs show no SVG. */
  readonly logoMail: string | null;
  readonly welcome: string;
  readonly footerLinks: readonly { readonly label: string; readonly url: string }[];
  /** The page's one inline style, and its CSP source (`sha256-…`). */
  readonly themeCss: string;
  readonly themeHash: string;
}

/** A tenant as every request knows it: from memory, KV or D1, by tenancy/. */
export interface Tenant {
  readonly id: string;
  /** Part of every reply address. */
  readonly number: number;
  readonly slug: string;
  /** Name of the D1 binding that holds its tables. */
  readonly shard: string;
  readonly status: 'active' | 'suspended';
  /** The host that mail links to. */
  readonly canonicalHost: string;
  /** `tenant_settings.version` that this copy was made from. */
  readonly version: number;
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly solvedClosesAfterDays: number;
  /** Where its own product signs people in; `atOnce`: our sign-in page goes there without being asked. */
  readonly remoteSignIn: { readonly url: string; readonly atOnce: boolean } | null;
  readonly brand: Brand;
}
