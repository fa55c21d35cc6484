import { type SealKeys, seal, unseal } from '#lib/seal.ts';

/** The seed of an authenticator app as it is stored: bound to its person's address. */
export function sealTotp(keys: SealKeys, email: string, secret: string): Promise<string> {
  return seal(keys, `totp|${email}`, secret);
}

export function unsealTotp(keys: SealKeys, email: string, sealed: string): Promise<string | null> {
  return unseal(keys, `totp|${email}`, sealed);
}
