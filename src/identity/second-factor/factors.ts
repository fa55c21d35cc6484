export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  /** JSON list. */
  readonly transports: string;
}

/** What a person has besides their mailbox. */
export interface Factors {
  /** When the authenticator app was confirmed; null: there is none. */
  readonly totpSince: number | null;
  readonly passkeys: readonly Passkey[];
  readonly codesLeft: number;
}

export function hasFactor({ totpSince, passkeys }: Factors): boolean {
  return totpSince !== null || passkeys.length > 0;
}
