const encoder = new TextEncoder();

export function encodeBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Null for text that is not base64url. */
export function decodeBase64Url(text: string): Uint8Array | null {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' });
  } catch {
    return null;
  }
}

/** Random bytes as base64url; 32 bytes make 43 characters. */
export function randomToken(bytes = 32): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** Six digits, each of the million equally likely. */
export function randomCode(): string {
  const limit = 4_294_000_000; // the largest multiple of 10^6 below 2^32: no bias
  for (;;) {
    const value = crypto.getRandomValues(new Uint32Array(1))[0] ?? limit;
    if (value < limit) return String(value % 1_000_000).padStart(6, '0');
  }
}

/** SHA-256, base64url. */
export async function sha256(text: string): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
}

/** HMAC-SHA-256 of `purpose|part|part…`, base64url. The purpose keeps one key's uses apart. */
export async function keyedHash(key: string, purpose: string, ...parts: readonly string[]): Promise<string> {
  return encodeBase64Url(await hmac(key, [purpose, ...parts].join('|')));
}

/** HMAC-SHA-256, raw. */
export async function hmac(key: string, text: string | Uint8Array): Promise<Uint8Array> {
  const data = typeof text === 'string' ? encoder.encode(text) : text;
  return new Uint8Array(await crypto.subtle.sign('HMAC', await importedKey(key), data));
}

// The Worker has a handful of keys and signs on every request; importing one costs as much as signing.
const importedKeys = new Map<string, CryptoKey>();

async function importedKey(key: string): Promise<CryptoKey> {
  const known = importedKeys.get(key);
  if (known) return known;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  if (importedKeys.size >= 20) importedKeys.clear();
  importedKeys.set(key, imported);
  return imported;
}

/** Compares in constant time, whatever the lengths. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([sha256(a), sha256(b)]);
  return crypto.subtle.timingSafeEqual(encoder.encode(left), encoder.encode(right));
}
