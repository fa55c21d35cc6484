import { auditedIfChanged } from '#audit/audited.ts';
import { run, runIdempotent } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { putSeat } from '../seats/seat-queries.ts';
import { type AgentInvitation, acceptByAgent, acceptedAgent, makeAgent } from './agent-joining-queries.ts';

/**
 * Makes an agent of whoever was invited and has proven the address; gives the
 * agent's id, or null where the invitation is void. The tenant's side first, the
 * seat in the directory after it. Where it broke off between the two, the next
 * time puts the seat: an accepted invitation gives the same agent again.
 */
export async function joinAgents(
  directory: DirectoryScope,
  scope: TenantScope,
  it: AgentInvitation,
  origin: Origin,
): Promise<string | null> {
  const id = newId('agent', scope.now);
  const actor = { kind: 'agent', id } as const;
  const { agentId } = await runIdempotent(scope.db, {
    made: makeAgent(scope, it, id),
    entry: auditedIfChanged(scope, { action: 'agent.added', actor, subjectId: id, origin }),
    accepted: acceptByAgent(scope, it),
    acceptedEntry: auditedIfChanged(scope, {
      action: 'invitation.accepted',
      actor,
      subjectId: it.invitationId,
      origin,
    }),
    agentId: acceptedAgent(scope, it),
  });
  if (agentId !== null) await healSeat(directory, scope, it.email, agentId);
  return agentId;
}

/** Puts the seat of an agent whose invitation was accepted: what broke off is whole again. */
export async function healAgent(directory: DirectoryScope, scope: TenantScope, it: AgentInvitation): Promise<void> {
  const { agentId } = await run(scope.db, { agentId: acceptedAgent(scope, it) });
  if (agentId !== null) await healSeat(directory, scope, it.email, agentId);
}

async function healSeat(directory: DirectoryScope, scope: TenantScope, email: string, agentId: string): Promise<void> {
  await runIdempotent(directory.db, { seat: putSeat(directory, { email, tenantId: scope.tenant.id, agentId }) });
}
