import type { TenantScope } from '#db/scopes.ts';
import { listStatuses } from './choice-queries.ts';
import { agentsToTell, peopleOf, stateForAgent } from './ticket-state-queries.ts';

/** What a reply by mail must know. Whether the sender may see the ticket is `readAsSender`'s to say. */
export function loadMailReply(scope: TenantScope, number: number) {
  return {
    ticket: stateForAgent(scope, number),
    statuses: listStatuses(scope),
    people: peopleOf(scope, number),
    agents: agentsToTell(scope, number),
  };
}
