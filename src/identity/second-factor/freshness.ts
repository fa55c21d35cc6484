import type { ThisSession } from '../sessions/agent-session.ts';
import { type Factors, hasFactor } from './factors.ts';

export const freshMinutes = 15;

/**
 * Whether a session may change how its person signs in (ASVS V7.5.1): the second
 * factor was given in the last 15 minutes or, by somebody who has none yet, the
 * sign-in itself is no older.
 */
export function isFresh(session: ThisSession, factors: Factors, now: number): boolean {
  const proven = hasFactor(factors) ? session.secondFactorAt : session.createdAt;
  return proven !== null && proven > now - freshMinutes * 60_000;
}
