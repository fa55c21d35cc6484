import { auditedIfChanged } from '#audit/audited.ts';
import { run, runIdempotent } from '#db/run.ts';
import type { Agent, AgentClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import { keyedHash, sha256 } from '#lib/secrets.ts';
import type { ThisSession } from '../sessions/agent-session.ts';
import type { Reach } from './place.ts';
import type { Seat } from './seat.ts';
import { markSeatUsed } from './seat-queries.ts';
import { putSwitched, switchedRole, wakeSwitched } from './switch-queries.ts';

/** Who switches: an agent whose session was confirmed and owes nothing. */
export interface Switcher {
  readonly actor: Agent;
  readonly session: ThisSession;
  readonly host: string;
  readonly pepper: string;
  readonly origin: Origin;
}

/**
 * Enters another tenant by the living session and one of the person's own seats
 * (`listSeats`). Throws Problem `not_found` where the tenant is gone; null where
 * that session was ended there, or is too old for it, or the agent is disabled:
 * they must sign in again.
 */
export async function switchTenant(
  reach: Reach,
  by: Switcher,
  { tenantId, agentId }: Seat,
): Promise<{ readonly claim: AgentClaim; readonly secret: string } | null> {
  const { actor, session, host, pepper, origin } = by;
  const scope = await reach.openTenant(tenantId);
  if (!scope) throw notFound();
  const secret = await keyedHash(pepper, 'switched-session', session.chain, tenantId);
  const it = {
    secretHash: await sha256(secret),
    challengeHash: await keyedHash(pepper, 'switch', session.chain, tenantId),
    agentId,
    email: actor.email,
    host,
    origin,
    from: session,
  };
  const { role } = await runIdempotent(scope.db, {
    woken: wakeSwitched(scope, it),
    put: putSwitched(scope, it),
    opened: auditedIfChanged(scope, {
      action: 'session.opened',
      actor: { kind: 'agent', id: agentId },
      detail: { door: 'switch' },
      origin,
    }),
    role: switchedRole(scope, it),
  });
  if (role === null) return null;
  await run(reach.directory.db, { used: markSeatUsed(reach.directory, actor.email, tenantId) });
  return { secret, claim: { kind: 'agent', tenantId, host, agentId, role, secretHash: it.secretHash } };
}
