import type { CryptoKey } from 'jose';
import { type SealKeys, unseal } from '#lib/seal.ts';
import { type KeySetSource, readKeySet } from './key-sets.ts';
import { importPublicKey, type PublicAlgorithm, readPublicJwk } from './public-key.ts';
import type { RefusalReason } from './reasons.ts';

/** A key that is not revoked, as it is stored. */
export interface LiveKey {
  readonly kid: string;
  readonly algorithm: 'HS256' | PublicAlgorithm;
  readonly issuer: string;
  readonly secret: string | null;
  readonly publicKey: string | null;
  readonly jwksUrl: string | null;
}

export interface KeyRing {
  readonly tenantId: string;
  readonly keys: readonly LiveKey[];
  readonly sealKeys: SealKeys;
  readonly keySets: KeySetSource;
  readonly now: number;
}

export type KeyFound =
  | { readonly ok: true; readonly key: LiveKey; readonly material: CryptoKey | Uint8Array }
  | { readonly ok: false; readonly reason: RefusalReason };

/** What a sealed secret belongs to; see lib/seal.ts. */
export function secretOwner(tenantId: string, kid: string): string {
  return `handoff|${tenantId}|${kid}`;
}

/**
 * The key that a token must have been signed with: the tenant's own one of this
 * `kid`, or the one of this `kid` in one of the tenant's key sets. Without a
 * `kid` only where there is no choice. The token decides nothing else.
 */
export async function findKey(ring: KeyRing, kid: string | null): Promise<KeyFound> {
  const [only, ...others] = ring.keys;
  if (!only) return { ok: false, reason: 'no_keys' };
  if (kid === null && others.length > 0) return { ok: false, reason: 'no_key_id' };
  const own = ring.keys.find((key) => key.jwksUrl === null && (key.kid === kid || kid === null));
  return own ? openKey(ring, own) : findInSets(ring, kid);
}

async function openKey(ring: KeyRing, key: LiveKey): Promise<KeyFound> {
  const material = key.algorithm === 'HS256' ? await secretOf(ring, key) : await publicKeyOf(key, key.algorithm);
  return material ? { ok: true, key, material } : { ok: false, reason: 'key_unusable' };
}

async function secretOf(ring: KeyRing, key: LiveKey): Promise<Uint8Array | null> {
  if (key.secret === null) return null;
  const secret = await unseal(ring.sealKeys, secretOwner(ring.tenantId, key.kid), key.secret);
  const bytes = new TextEncoder().encode(secret ?? '');
  return bytes.length >= 32 ? bytes : null;
}

async function publicKeyOf(key: LiveKey, algorithm: PublicAlgorithm): Promise<CryptoKey | null> {
  const read = await readPublicJwk(JSON.parse(key.publicKey ?? 'null'), algorithm);
  return read.ok ? importPublicKey(read.jwk, algorithm) : null;
}

async function findInSets(ring: KeyRing, kid: string | null): Promise<KeyFound> {
  let worst: RefusalReason = 'unknown_key';
  for (const key of ring.keys) {
    const { algorithm, jwksUrl } = key;
    if (jwksUrl === null || algorithm === 'HS256') continue;
    const found = await findInSet(ring, { key, algorithm, jwksUrl }, kid);
    if (found.ok) return found;
    if (found.reason !== 'unknown_key') worst = found.reason;
  }
  return { ok: false, reason: worst };
}

interface SetKey {
  readonly key: LiveKey;
  readonly algorithm: PublicAlgorithm;
  readonly jwksUrl: string;
}

async function findInSet(ring: KeyRing, { key, algorithm, jwksUrl }: SetKey, kid: string | null): Promise<KeyFound> {
  const isOurs = (jwk: Readonly<Record<string, unknown>>) => kid === null || jwk['kid'] === kid;
  const place = { tenantId: ring.tenantId, url: jwksUrl };
  const keys = await readKeySet(ring.keySets, place, ring.now, (all) => all.some(isOurs));
  if (keys === null) return { ok: false, reason: 'key_set_unreachable' };
  const [first, ...others] = keys.filter(isOurs);
  if (!first) return { ok: false, reason: 'unknown_key' };
  if (others.length > 0) return { ok: false, reason: kid === null ? 'no_key_id' : 'key_unusable' };
  const read = await readPublicJwk(first, algorithm);
  const material = read.ok ? await importPublicKey(read.jwk, algorithm) : null;
  return material ? { ok: true, key, material } : { ok: false, reason: 'key_unusable' };
}
