import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { readSettings } from '#env.ts';
import { addKey } from '#identity/hand-off/add-key.ts';
import type { HandOffDoor } from '#identity/hand-off/load-ring.ts';
import { type KeyWish, newKeyId } from '#identity/hand-off/read-key-wish.ts';
import type { Agent } from '#lib/actor.ts';
import { nowhere } from '#lib/origin.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';
import { cookiesOf, type RequestOptions, request } from './request.ts';

/** A key of a tenant, with which a test can sign as its product would. */
export interface TestKey {
  readonly tenant: TestTenant;
  readonly kid: string;
  readonly issuer: string;
  readonly algorithm: string;
  readonly material: CryptoKey | Uint8Array;
}

export type Claims = Readonly<Record<string, unknown>>;

/** What checking needs, with the network as the test would have it. */
function handOffDoor(fetch: HandOffDoor['keySets']['fetch'] = unreachable): HandOffDoor {
  const directory = { db: openDirectoryDb(env, newMeter()), now: Date.now() };
  return { directory, settings: readSettings(env), keySets: { kv: env.KV, fetch } };
}

const unreachable = async () => new Response(null, { status: 503 });

export const issuer = 'https://app.acme.test';

/** The tenant's owner as an actor, for operations. */
export function ownerActor(tenant: TestTenant): Agent {
  const { ownerId: id, ownerEmail: email } = tenant;
  return { kind: 'agent', id, email, name: 'Olivia', role: 'owner', zone: null, secretHash: '' };
}

const keyWish: KeyWish = {
  kind: 'secret',
  name: 'Our app',
  issuer,
  kid: '',
  newKid: 'replaced',
  algorithm: '',
  publicKey: '',
  jwksUrl: '',
};

/** A shared secret, or a pair of which the tenant has the public half. */
export async function handOffKey(tenant: TestTenant, wish: Partial<KeyWish> = {}): Promise<TestKey> {
  const algorithm = wish.algorithm || 'HS256';
  const pair = algorithm === 'HS256' ? null : await generateKeyPair(algorithm, { extractable: true });
  const publicKey = pair ? JSON.stringify(await exportJWK(pair.publicKey)) : '';
  const kind = pair ? 'public' : 'secret';
  const full = { ...keyWish, kind, publicKey, newKid: newKeyId(), ...wish } as const;
  const added = await addKey(await scopeOf(tenant), ownerActor(tenant), full, handOffDoor(), nowhere);
  if (!added.ok) throw new Error(JSON.stringify(added.faults));
  const material = pair ? pair.privateKey : new TextEncoder().encode(added.secret ?? '');
  return { tenant, kid: added.kid, issuer: full.issuer, algorithm, material };
}

/** Claims that are in order. */
export function goodClaims({ tenant, issuer: iss }: Pick<TestKey, 'tenant' | 'issuer'>, change: Claims = {}): Claims {
  const iat = Math.floor(Date.now() / 1000);
  const aud = `https://${tenant.host}`;
  return { iss, aud, iat, exp: iat + 120, jti: crypto.randomUUID(), email: 'new@customer.test', ...change };
}

/** A token as the tenant's product makes it. */
export function sign(key: TestKey, change: Claims = {}, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  return new SignJWT({ ...goodClaims(key, change) })
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT', ...header })
    .sign(key.material);
}

/** The POST that a page of the tenant's product sends: from there, and without our cookies. */
export function handOver(host: string, jwt: string, options: RequestOptions & { returnTo?: string } = {}) {
  const { returnTo, ...others } = options;
  const form = { jwt, ...(returnTo !== undefined && { return_to: returnTo }) };
  const headers = { Origin: 'https://app.acme.test', 'Sec-Fetch-Site': 'cross-site' };
  return request(host, '/sign-in/hand-off', { form, headers, ...others });
}

/** The whole way: the POST, and the page that it leads to. `cookie`: what the browser had before. */
export async function comeIn(host: string, jwt: string, wish: { cookie?: string; returnTo?: string } = {}) {
  const { cookie = '', returnTo } = wish;
  const arrived = await handOver(host, jwt, returnTo === undefined ? {} : { returnTo });
  const arrival = cookiesOf(arrived);
  const both = [arrival, cookie].filter((pair) => pair !== '').join('; ');
  const answer = await request(host, arrived.headers.get('Location') ?? '/', { cookie: both });
  return { arrived, answer, arrivalCookie: arrival, cookie: cookiesOf(answer) };
}
