import { keyedHash, randomCode, randomToken } from '#lib/secrets.ts';

// The secrets of a sign-in (SECURITY §1.1). Only keyed hashes of them are stored.

export const challengeLifetimeMs = 10 * 60 * 1000;
export const triesOfACode = 5;
/** How long the attempt that used a link may come again and get the same session. */
export const sameAttemptMs = 60 * 1000;

export interface Challenge {
  readonly token: string;
  readonly code: string;
  readonly hash: string;
}

/** `realm`: the tenant's id, or `agent`; it is part of every hash, so that none fits elsewhere. */
export async function newChallenge(pepper: string, realm: string): Promise<Challenge> {
  const token = randomToken();
  return { token, code: randomCode(), hash: await linkHash(pepper, realm, token) };
}

/** 128 random bits that tell one press of the button from another. */
export function newAttempt(): string {
  return randomToken(16);
}

export function linkHash(pepper: string, realm: string, token: string): Promise<string> {
  return keyedHash(pepper, 'link', realm, token);
}

export function codeHash(pepper: string, hash: string, code: string): Promise<string> {
  return keyedHash(pepper, 'code', hash, code);
}

export function addressHash(pepper: string, realm: string, address: string): Promise<string> {
  return keyedHash(pepper, 'address', realm, address);
}

/** The session's secret: the same for the same attempt, so that a retry sets the same cookie. */
export function sessionSecret(pepper: string, hash: string, attempt: string): Promise<string> {
  return keyedHash(pepper, 'session', hash, attempt);
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function isAttempt(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
