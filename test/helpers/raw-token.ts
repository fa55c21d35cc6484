import { encodeBase64Url, hmac } from '#lib/secrets.ts';

const encode = (text: string) => encodeBase64Url(new TextEncoder().encode(text));

/** A token of any two texts, signed HS256 by bytes or not signed at all: what no library would make. */
export async function rawToken(header: string, payload: string, secret: Uint8Array | null): Promise<string> {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${secret ? encodeBase64Url(await hmac(new TextDecoder().decode(secret), signed)) : ''}`;
}

/** A signature of right length that nobody has made. */
export const noSignature = 'A'.repeat(43);
