import { run } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { markSeatUsed, seatsOf } from '../seats/seat-queries.ts';
import { nothingOwed } from '../sessions/agent-session-queries.ts';
import { addressHasFactor } from './factor-queries.ts';

/**
 * Every new session of an agent owes the second factor, until the directory says
 * here that its person has none. Also remembers the seat as the last used one.
 * Gives how many seats the person has.
 */
export async function oweFactor(
  directory: DirectoryScope,
  scope: TenantScope,
  { email, secretHash }: { readonly email: string; readonly secretHash: string },
): Promise<number> {
  const { owes, seats } = await run(directory.db, {
    owes: addressHasFactor(directory, email),
    used: markSeatUsed(directory, email, scope.tenant.id),
    seats: seatsOf(directory, email),
  });
  if (!owes) await run(scope.db, { free: nothingOwed(scope, secretHash) });
  return seats.length;
}
