import type { TenantScope } from '#db/scopes.ts';
import { encodeBase32 } from '#lib/ids.ts';
import { isPortalHost } from '#tenancy/live-hosts.ts';
import { nameOf } from '../people/name-of.ts';
import { normalizeIssuer } from './check-claims.ts';
import { readKeySet } from './key-sets.ts';
import type { HandOffDoor } from './load-ring.ts';
import { outsideAddress } from './outside-address.ts';
import { type PublicAlgorithm, publicAlgorithms, readPublicJwk, readPublicKey } from './public-key.ts';

/** What was filled in. */
export interface KeyWish {
  readonly kind: 'secret' | 'public' | 'set';
  readonly name: string;
  readonly issuer: string;
  /** Empty: the key's own, or `newKid`. */
  readonly kid: string;
  readonly newKid: string;
  /** Of a public key or set. */
  readonly algorithm: string;
  readonly publicKey: string;
  readonly jwksUrl: string;
}

export type KeyFault =
  | 'missing'
  | 'too_long'
  | 'malformed'
  | 'taken'
  | 'too_many'
  | 'unreadable'
  | 'private'
  | 'other_kind'
  | 'too_short'
  | 'not_allowed'
  | 'unreachable'
  | 'no_fitting_key';

export type KeyFaults = { readonly [F in keyof KeyWish | 'form']?: KeyFault };

interface NewKey {
  readonly kid: string;
  readonly name: string;
  readonly issuer: string;
  readonly algorithm: 'HS256' | PublicAlgorithm;
  readonly publicKey: string | null;
  readonly jwksUrl: string | null;
}

export type KeyWishRead =
  | { readonly ok: true; readonly key: NewKey }
  | { readonly ok: false; readonly faults: KeyFaults };

/** A key id that tokens can carry and addresses too. */
export const keyIdPattern = /^[\w.:=+~@-]{1,100}$/;

/** A key id that nobody has used. */
export function newKeyId(): string {
  return `key_${encodeBase32(crypto.getRandomValues(new Uint8Array(8)))}`;
}

/** All that can be said against a key before it is written. Asks the key set's server, if it is one. */
export async function readKeyWish(scope: TenantScope, wish: KeyWish, door: HandOffDoor): Promise<KeyWishRead> {
  const name = nameOf(wish.name);
  const issuer = normalizeIssuer(wish.issuer);
  const common: KeyFaults = {
    ...(!name.ok && { name: name.fault }),
    ...issuerFault(issuer),
    ...(wish.kid !== '' && !keyIdPattern.test(wish.kid) && { kid: 'malformed' }),
  };
  const material = await materialOf(scope, wish, door);
  if (!name.ok || 'faults' in material || Object.keys(common).length > 0)
    return { ok: false, faults: { ...common, ...('faults' in material && material.faults) } };
  const { ownKid, ...key } = material;
  const kid = wish.kid || (ownKid && keyIdPattern.test(ownKid) ? ownKid : wish.newKid);
  return { ok: true, key: { kid, name: name.value, issuer, ...key } };
}

function issuerFault(issuer: string): KeyFaults {
  if (issuer === '') return { issuer: 'missing' };
  if (issuer.length > 200) return { issuer: 'too_long' };
  return /[\p{Cc}\p{Cs}\p{Cf}]/u.test(issuer) ? { issuer: 'malformed' } : {};
}

type Material = Pick<NewKey, 'algorithm' | 'publicKey' | 'jwksUrl'> & { readonly ownKid: string | null };

async function materialOf(
  scope: TenantScope,
  wish: KeyWish,
  door: HandOffDoor,
): Promise<Material | { readonly faults: KeyFaults }> {
  if (wish.kind === 'secret') return { algorithm: 'HS256', publicKey: null, jwksUrl: null, ownKid: null };
  const algorithm = publicAlgorithms.find((each) => each === wish.algorithm);
  if (!algorithm) return { faults: { algorithm: 'missing' } };
  if (wish.kind === 'set') return setOf(scope, wish, algorithm, door);
  if (wish.publicKey.trim() === '') return { faults: { publicKey: 'missing' } };
  const read = await readPublicKey(wish.publicKey, algorithm);
  if (!read.ok) return { faults: { publicKey: read.fault } };
  return { algorithm, publicKey: JSON.stringify(read.jwk), jwksUrl: null, ownKid: read.kid };
}

async function setOf(
  scope: TenantScope,
  wish: KeyWish,
  algorithm: PublicAlgorithm,
  { directory, settings, keySets }: HandOffDoor,
): Promise<Material | { readonly faults: KeyFaults }> {
  if (wish.jwksUrl.trim() === '') return { faults: { jwksUrl: 'missing' } };
  const { platformDomain } = settings;
  const jwksUrl = outsideAddress(wish.jwksUrl, platformDomain);
  if (jwksUrl === null || (await isPortalHost(directory, new URL(jwksUrl).hostname)))
    return { faults: { jwksUrl: 'not_allowed' } };
  const place = { tenantId: scope.tenant.id, url: jwksUrl };
  const keys = await readKeySet({ ...keySets, platformDomain }, place, scope.now, () => true);
  if (keys === null) return { faults: { jwksUrl: 'unreachable' } };
  const fitting = await Promise.all(keys.map((key) => readPublicJwk(key, algorithm)));
  if (!fitting.some(({ ok }) => ok)) return { faults: { jwksUrl: 'no_fitting_key' } };
  return { algorithm, publicKey: null, jwksUrl, ownKid: null };
}
