import { type CryptoKey, exportJWK, importJWK, importSPKI } from 'jose';
import * as z from 'zod';
import { decodeBase64Url } from '#lib/secrets.ts';

export const publicAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type PublicAlgorithm = (typeof publicAlgorithms)[number];

const rsa = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });
const p256 = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });
const ed25519 = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

const shapes = { RS256: rsa, PS256: rsa, ES256: p256, EdDSA: ed25519 } as const;

/** A public key in the one form that is stored: its own members and nothing else. */
export type PublicJwk = z.infer<typeof rsa> | z.infer<typeof p256> | z.infer<typeof ed25519>;

export type PublicKeyRead =
  | { readonly ok: true; readonly jwk: PublicJwk; readonly kid: string | null }
  | { readonly ok: false; readonly fault: 'unreadable' | 'private' | 'other_kind' | 'too_short' };

/** RFC 7518 §3.3 asks for 2048 bits. */
const shortestRsaBytes = 256;

/** Reads what somebody pasted: PEM (`BEGIN PUBLIC KEY`) or JWK. */
export async function readPublicKey(pasted: string, algorithm: PublicAlgorithm): Promise<PublicKeyRead> {
  const text = pasted.trim();
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { ok: false, fault: 'private' };
  if (text.startsWith('{')) return readPublicJwk(jsonOf(text), algorithm);
  try {
    return await readPublicJwk(await exportJWK(await importSPKI(text, algorithm, { extractable: true })), algorithm);
  } catch {
    const isKey = text.includes('-----BEGIN PUBLIC KEY-----');
    return { ok: false, fault: isKey ? 'other_kind' : 'unreadable' };
  }
}

/** A JWK (RFC 7517) as public key for this algorithm, or why it cannot be one. */
export async function readPublicJwk(value: unknown, algorithm: PublicAlgorithm): Promise<PublicKeyRead> {
  const about = z
    .object({ kty: z.string(), kid: z.string().optional(), alg: z.string().optional(), use: z.string().optional() })
    .safeParse(value);
  if (!about.success) return { ok: false, fault: 'unreadable' };
  if (about.data.kty === 'oct' || isPrivate(value)) return { ok: false, fault: 'private' };
  const { alg = algorithm, use = 'sig', kid = null } = about.data;
  const parsed = shapes[algorithm].safeParse(value);
  if (!parsed.success || alg !== algorithm || use !== 'sig') return { ok: false, fault: 'other_kind' };
  const jwk = parsed.data;
  if (jwk.kty === 'RSA' && lengthOfNumber(jwk.n) < shortestRsaBytes) return { ok: false, fault: 'too_short' };
  return (await importPublicKey(jwk, algorithm)) ? { ok: true, jwk, kid } : { ok: false, fault: 'unreadable' };
}

/** For jose; null where the numbers are no key. */
export async function importPublicKey(jwk: PublicJwk, algorithm: PublicAlgorithm): Promise<CryptoKey | null> {
  try {
    const key = await importJWK(jwk, algorithm);
    return key instanceof Uint8Array ? null : key;
  } catch {
    return null;
  }
}

function isPrivate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('d' in value || 'k' in value);
}

/** In bytes, without zeros in front. */
function lengthOfNumber(text: string): number {
  const bytes = decodeBase64Url(text) ?? new Uint8Array();
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : bytes.length - first;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
