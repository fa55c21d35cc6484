import { decodeBase64Url, encodeBase64Url } from './secrets.ts';

// Secrets that we must be able to read again (a tenant's shared secret, the seed
// of an authenticator app) are kept sealed: AES-256-GCM, a random 96-bit nonce
// each (NIST SP 800-38D §8.2.2), bound to what they belong to.

/** The first key seals; all can open, so that keys can be rotated. */
export type SealKeys = readonly { readonly kid: string; readonly key: string }[];

/** `belongsTo` (tenant and id, or an address) must be the same to open it: a sealed value moved elsewhere stays shut. */
export async function seal(keys: SealKeys, belongsTo: string, text: string): Promise<string> {
  const [first] = keys;
  if (!first) throw new Error('There is no key to seal with');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(first.key, 'encrypt');
  const sealed = await crypto.subtle.encrypt(parametersOf(iv, belongsTo), key, new TextEncoder().encode(text));
  return [first.kid, encodeBase64Url(iv), encodeBase64Url(new Uint8Array(sealed))].join('.');
}

/** Null where the key is gone, the text was changed, or it belongs to something else. */
export async function unseal(keys: SealKeys, belongsTo: string, sealed: string): Promise<string | null> {
  const [kid, iv, data] = sealed.split('.');
  const known = keys.find((key) => key.kid === kid);
  const [nonce, bytes] = [decodeBase64Url(iv ?? ''), decodeBase64Url(data ?? '')];
  if (!known || !nonce || !bytes) return null;
  try {
    const key = await keyOf(known.key, 'decrypt');
    return new TextDecoder().decode(await crypto.subtle.decrypt(parametersOf(nonce, belongsTo), key, bytes));
  } catch {
    return null;
  }
}

function parametersOf(iv: Uint8Array, belongsTo: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(belongsTo) };
}

/** Keys are long random texts; their SHA-256 is the AES key. */
async function keyOf(text: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`seal|${text}`));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [use]);
}
