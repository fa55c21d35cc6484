import { Secret, TOTP } from 'otpauth';

// What every authenticator app speaks: SHA-1, six digits, 30 seconds (RFC 6238).
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A code of the step before or after is taken too: clocks differ, people type. */
const window = 1;

export interface TotpKey {
  /** Base32, as apps take it by hand. */
  readonly text: string;
  /** What the QR code holds. */
  readonly uri: string;
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function totpKey(secret: string, email: string, issuer: string): TotpKey {
  const totp = new TOTP({ ...shape, secret, label: email, issuer });
  return { text: secret, uri: totp.toString() };
}

/** The time step that a code belongs to at this moment, or null. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = TOTP.validate({ ...shape, token: code, secret: Secret.fromBase32(secret), timestamp: now, window });
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp: now }) + delta;
}
