import { isDuplicate, run } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import type { AgentRole } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { insertAgent, insertSeat } from './people-queries.ts';
import { storedAddress } from './stored-address.ts';

export interface NewAgent {
  readonly email: string;
  readonly name: string;
  readonly role: AgentRole;
  /** Gets mail about requests that nobody has taken; owners do unless told. */
  readonly notifyUnassigned?: boolean;
  readonly zone?: string;
}

/** A person who answers, with their seat; gives the agent's id. Throws Problem `conflict` when the address has a seat here. */
export async function addAgent(directory: DirectoryScope, scope: TenantScope, input: NewAgent): Promise<string> {
  const id = newId('agent', scope.now);
  const email = storedAddress(input.email);
  const { name, role, zone = null, notifyUnassigned = role === 'owner' } = input;
  const row = { id, email, name, role, zone, state: 'active', notifyUnassigned: notifyUnassigned ? 1 : 0 } as const;
  try {
    await run(scope.db, { agent: insertAgent(scope, row) });
    await run(directory.db, { seat: insertSeat(directory, { email, tenantId: scope.tenant.id, agentId: id }) });
  } catch (error) {
    if (isDuplicate(error, 'agents') || isDuplicate(error, 'seats')) throw new Problem('conflict', 'address_taken');
    throw error;
  }
  return id;
}
