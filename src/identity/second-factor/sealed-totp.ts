import { type SealKeys, seal, unseal } from '#lib/seal.ts';

/** The seed of an authenticator app as it is stored: bound to its person's address. */
export function sealTotp(keys: SealKeys, email: string, secret: string): Promise<string> {
  return seal(keys, `totp|${email}`, secret);
}

export function unsealTotp(keys: SealKeys, email: string, sealed: string): Promise<string | null> {
  return unseal(keys, `totp|${email}`, sealed);
}

/** One that waits for its first code: bound to the sign-in that began it, too, so that no other one of the person reads it. */
export function sealPending(keys: SealKeys, email: string, chain: string, secret: string): Promise<string> {
  return seal(keys, `totp-pending|${chain}|${email}`, secret);
}

export function unsealPending(keys: SealKeys, email: string, chain: string, sealed: string): Promise<string | null> {
  return unseal(keys, `totp-pending|${chain}|${email}`, sealed);
}
