import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { endThis } from '../sessions/session-queries.ts';
import { sayViewEnded } from './view-session-queries.ts';

/** Ends the session in which an agent looks, and says so in the audit; in this order, in one batch. */
export function endView(
  scope: TenantScope,
  claim: ContactClaim,
  origin: Origin,
): Readonly<Record<'ended' | 'said', Statement<number>>> {
  return { ended: endThis(scope, claim), said: sayViewEnded(scope, claim.secretHash, 'agent', origin) };
}
