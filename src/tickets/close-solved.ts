import { read } from '#db/read-as.ts';
import { run } from '#db/run.ts';
import type { ShardScope, TenantScope } from '#db/scopes.ts';
import type { Effects } from '#lib/effects.ts';
import { announce } from './announce.ts';
import { planChange, statusEvent } from './change.ts';
import { listStatuses } from './choice-queries.ts';
import { solvedLongAgo } from './close-sweep-queries.ts';
import { commit } from './commit.ts';
import { currentStatus, statusOf } from './statuses.ts';
import { peopleById, stateById } from './ticket-state-queries.ts';

/** Which tickets of a database are due to be closed. */
export async function ticketsToClose(scope: ShardScope) {
  const { due } = await run(scope.db, { due: solvedLongAgo(scope) });
  return due;
}

/** Closes a solved ticket for good; does nothing where somebody opened it meanwhile. */
export async function closeSolved(scope: TenantScope, ticketId: string, effects: Effects): Promise<void> {
  const { ticket, statuses, people } = await read(scope, {
    ticket: stateById(scope, ticketId),
    statuses: listStatuses(scope),
    people: peopleById(scope, ticketId),
  });
  if (ticket?.category !== 'solved') return;
  const to = statusOf(statuses, 'closed');
  const event = statusEvent({ kind: 'system', id: null }, currentStatus(ticket), to);
  const planned = planChange(scope, ticket, { status: to, events: [event] });
  const submission = { actor: 'system', key: `close:${ticket.id}:${ticket.seq}`, bodyHash: '', result: ticket.id };
  const done = await commit(scope, submission, planned.statements);
  if (done.outcome === 'written')
    announce(
      effects,
      ticket,
      people.map(({ contactId }) => contactId),
      planned,
      [],
    );
}
