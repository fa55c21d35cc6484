import * as z from 'zod';

/** Vars and secrets, read once an isolate. Bindings are typed by `wrangler types`. */
export interface Settings {
  readonly platformDomain: string;
  /** Where agents work. */
  readonly agentHost: string;
  /** The domain of reply addresses. */
  readonly inboundDomain: string;
  readonly linkScheme: 'http' | 'https';
  /** Empty, or the port that links carry. */
  readonly linkPort: string;
  readonly limits: {
    readonly mailsPerAddressHour: number;
    readonly asksPerClientHour: number;
    readonly mailsPerTenantHour: number;
    readonly failedCodesPerAddressDay: number;
  };
  readonly showTiming: boolean;
  readonly pepper: string;
  /** The first signs; the others are still accepted, so that keys can be rotated. */
  readonly sessionKeys: readonly { readonly kid: string; readonly key: string }[];
  readonly replyKey: string;
  /** Seal what we must be able to read again (lib/seal.ts). The first seals; all open. */
  readonly sealKeys: readonly { readonly kid: string; readonly key: string }[];
}

const count = z.coerce.number().int().positive();
const secret = z.string().min(32, 'a secret has at least 32 characters');
const keys = z.string().transform((text, ctx) => {
  const parsed = text.split(',').map((item) => /^([a-z0-9]{1,8}):([\w-]{32,})$/.exec(item.trim()));
  const found = parsed.flatMap((match) => (match?.[1] && match[2] ? [{ kid: match[1], key: match[2] }] : []));
  if (found.length === parsed.length) return found;
  ctx.addIssue({ code: 'custom', message: 'expected kid:key[,kid:key…]' });
  return z.NEVER;
});

const shape = z.object({
  PLATFORM_DOMAIN: z.string().min(1),
  LINK_SCHEME: z.enum(['http', 'https']),
  LINK_PORT: z.string().regex(/^\d*$/),
  LIMIT_MAILS_PER_ADDRESS_HOUR: count,
  LIMIT_ASKS_PER_CLIENT_HOUR: count,
  LIMIT_MAILS_PER_TENANT_HOUR: count,
  LIMIT_FAILED_CODES_PER_ADDRESS_DAY: count,
  SHOW_TIMING: z.enum(['on', 'off']),
  PEPPER: secret,
  SESSION_KEYS: keys,
  REPLY_KEY: secret,
  SEAL_KEYS: keys,
});

const read = new WeakMap<object, Settings>();

/** Throws with the names of what is missing or wrong, never with its value. */
export function readSettings(env: object): Settings {
  const known = read.get(env);
  if (known) return known;
  const parsed = shape.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Vars or secrets are wrong. ${faults.join('; ')}`);
  }
  const settings = settingsOf(parsed.data);
  read.set(env, settings);
  return settings;
}

function settingsOf(vars: z.infer<typeof shape>): Settings {
  return {
    platformDomain: vars.PLATFORM_DOMAIN,
    agentHost: `app.${vars.PLATFORM_DOMAIN}`,
    inboundDomain: `in.${vars.PLATFORM_DOMAIN}`,
    linkScheme: vars.LINK_SCHEME,
    linkPort: vars.LINK_PORT,
    limits: {
      mailsPerAddressHour: vars.LIMIT_MAILS_PER_ADDRESS_HOUR,
      asksPerClientHour: vars.LIMIT_ASKS_PER_CLIENT_HOUR,
      mailsPerTenantHour: vars.LIMIT_MAILS_PER_TENANT_HOUR,
      failedCodesPerAddressDay: vars.LIMIT_FAILED_CODES_PER_ADDRESS_DAY,
    },
    showTiming: vars.SHOW_TIMING === 'on',
    pepper: vars.PEPPER,
    sessionKeys: vars.SESSION_KEYS,
    replyKey: vars.REPLY_KEY,
    sealKeys: vars.SEAL_KEYS,
  };
}
