import * as z from 'zod';
import { cleanLine, lengthOf } from '#lib/text.ts';
import { type ClaimName, claimNames, type Refusal } from './reasons.ts';

/** Something to see, no control characters, no halves of a pair: an id that cannot be seen or stored is none. */
const id = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && cleanLine(text) !== '');

const seconds = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);

const shape = z.object({
  iss: id(200),
  aud: z.union([id(300), z.array(id(300)).min(1).max(20)]),
  iat: seconds,
  exp: seconds,
  nbf: seconds.optional(),
  jti: id(200),
  email: z.string().min(1).max(320),
  sub: id(200).optional(),
  name: z.string().max(500).optional(),
  account_external_id: id(200).optional(),
  account_name: z.string().max(500).optional(),
  role: z.string().max(100).optional(),
  locale: z.string().max(100).optional(),
});

/** The claims in our own words; times in milliseconds. */
export interface Claims {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly notBefore: number | null;
  readonly id: string;
  /** As it was written; see normalize-address.ts. */
  readonly email: string;
  readonly subject: string | null;
  /** Empty where it says nothing. */
  readonly name: string;
  readonly accountExternalId: string | null;
  /** The external id where the token says no name; empty where it says neither. */
  readonly accountName: string;
  readonly role: 'admin' | 'member' | null;
  /** BCP 47. */
  readonly locale: string | null;
}

export type ClaimsRead = { readonly ok: true; readonly claims: Claims } | ({ readonly ok: false } & Refusal);

/** The payload by its types: exactly these, for `"exp": "1700000000"` is another program's idea of a number. */
export function readClaims(payload: unknown): ClaimsRead {
  const parsed = shape.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const claim = claimNames.find((name) => name === issue?.path[0]);
    return { ok: false, reason: has(payload, claim) ? 'claim_type' : 'claim_missing', ...(claim && { claim }) };
  }
  const { role } = parsed.data;
  if (role !== undefined && role !== 'admin' && role !== 'member') return { ok: false, reason: 'wrong_role' };
  return { ok: true, claims: claimsOf(parsed.data, role ?? null) };
}

function claimsOf(data: z.infer<typeof shape>, role: Claims['role']): Claims {
  return {
    issuer: data.iss,
    audience: typeof data.aud === 'string' ? [data.aud] : data.aud,
    issuedAt: data.iat * 1000,
    expiresAt: data.exp * 1000,
    notBefore: data.nbf === undefined ? null : data.nbf * 1000,
    id: data.jti,
    email: data.email,
    subject: data.sub ?? null,
    name: shortLine(data.name),
    // As agents' typing is kept (accounts/external-id.ts), so that the two meet.
    accountExternalId: data.account_external_id === undefined ? null : cleanLine(data.account_external_id),
    accountName: shortLine(data.account_name) || shortLine(data.account_external_id),
    role,
    locale: data.locale === undefined ? null : canonicalLocale(data.locale),
  };
}

/** A name that is too long is cut: it is no reason to keep somebody out. */
function shortLine(text: string | undefined): string {
  const line = cleanLine(text ?? '');
  return lengthOf(line) > 100 ? Array.from(line).slice(0, 100).join('').trim() : line;
}

function canonicalLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function has(payload: unknown, claim: ClaimName | undefined): boolean {
  return typeof payload === 'object' && payload !== null && claim !== undefined && Object.hasOwn(payload, claim);
}
