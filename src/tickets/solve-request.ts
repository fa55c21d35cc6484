import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { viewerOf } from './access.ts';
import type { Viewer } from './access-queries.ts';
import { announce } from './announce.ts';
import { planChange, statusEvent } from './change.ts';
import { listStatuses } from './choice-queries.ts';
import { commit, hashOf } from './commit.ts';
import { mayReopen, maySolve } from './status-rules.ts';
import { currentStatus, statusOf } from './statuses.ts';
import { peopleOf, stateForContact } from './ticket-state-queries.ts';
import { untilQuiet } from './until-quiet.ts';

export interface SolveInput {
  readonly key: string;
  readonly to: 'solved' | 'open';
}

/** `unchanged`: it was so already, or is closed for good; the page shows how it stands. */
export type SolveResult = { readonly outcome: 'done' | 'unchanged' };

/** What `solveRequest` must know; trip 1. */
export function loadSolve(scope: TenantScope, viewer: Viewer, number: number) {
  return {
    ticket: stateForContact(scope, viewer, number),
    statuses: listStatuses(scope),
    people: peopleOf(scope, number),
  };
}

/** A contact marks their request solved, or opens a solved one again. Throws `not_found` as reading it does. */
export async function solveRequest(
  scope: TenantScope,
  actor: Contact,
  loaded: Results<ReturnType<typeof loadSolve>>,
  input: SolveInput,
  effects: Effects,
): Promise<SolveResult> {
  let rows = loaded;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadSolve(scope, viewerOf(actor), number));
    const { ticket, people, statuses } = rows;
    if (!ticket) throw notFound();
    const may = input.to === 'solved' ? maySolve(ticket.category) : mayReopen(ticket.category);
    if (!may) return { outcome: 'unchanged' };
    const to = statusOf(statuses, input.to);
    const event = statusEvent({ kind: 'contact', id: actor.id }, currentStatus(ticket), to);
    const planned = planChange(scope, ticket, { status: to, events: [event] });
    const bodyHash = await hashOf('solve', ticket.id, input.to);
    // A press means the request as it stands: a page from the browser's memory may solve it again after it was reopened.
    const key = `${input.key}.${ticket.seq}`;
    const submission = { actor: `contact:${actor.id}`, key, bodyHash, result: newId('event', scope.now) };
    const done = await commit(scope, submission, planned.statements);
    if (done.outcome === 'moved') return null;
    if (done.outcome !== 'written') return { outcome: 'unchanged' };
    const told = people.map(({ contactId }) => contactId);
    announce(effects, ticket, told, planned, []);
    return { outcome: 'done' };
  });
}
