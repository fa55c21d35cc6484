import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { openedSince } from './own-session-queries.ts';

/** What is asked anew is asked when the last sign-in is longer ago than this. */
const freshForMs = 60 * 60 * 1000;

/**
 * Whether this session was opened so lately that its sign-in still proves who
 * is there: what opens the door to everything else (addresses) asks for that
 * (ASVS V7.5.1).
 */
export function isFresh(scope: TenantScope, secretHash: string): Statement<boolean> {
  return openedSince(scope, secretHash, scope.now - freshForMs);
}
