/** What an agent's session row says besides who it is: when it began, when it was last proven. */
export interface ThisSession {
  readonly secretHash: string;
  /** The same for all sessions of one sign-in, at whichever tenants. */
  readonly chain: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly secondFactor: 'none' | 'owed' | 'passed';
  /** When the second factor was last given. */
  readonly secondFactorAt: number | null;
}
