import { listPriorities, listTeams } from '#db/choices.ts';
import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { mostTags } from '#lib/tag-name.ts';
import { oweMail } from '#mail/owe-mail.ts';
import { announce } from './announce.ts';
import { type Change, planChange, statusEvent } from './change.ts';
import { listAgents, listStatuses } from './choice-queries.ts';
import { commit, hashOf } from './commit.ts';
import type { EventActor } from './new-entry.ts';
import { mailsToPeople } from './recipients.ts';
import { isDone } from './status-rules.ts';
import { currentStatus } from './statuses.ts';
import { tagsOf } from './tag-queries.ts';
import { peopleOf, stateForAgent } from './ticket-state-queries.ts';
import { untilQuiet } from './until-quiet.ts';
import { emptyNeeded } from './value-queries.ts';

/** One choice; each value is an id of the tenant's, or null for nobody. */
export type Choice = (
  | { readonly field: 'status'; readonly to: string }
  | { readonly field: 'priority'; readonly to: string }
  | { readonly field: 'assignee' | 'team'; readonly to: string | null }
) & {
  /** What the page showed; left out: whatever it is. */
  readonly was?: string | null | undefined;
};

/** What an agent sets. */
export type Setting =
  | Choice
  /** Names, as `#lib/tag-name.ts` makes them. */
  | { readonly field: 'tags'; readonly add: readonly string[]; readonly remove: readonly string[] };

/** `unchanged`: it was set so already. `needed`: fields that are needed to solve it are empty. */
export type ChangeResult =
  | { readonly outcome: 'done' | 'unchanged' | 'needed' }
  /** Somebody set these to something else since the page was made; nothing was written. */
  | { readonly outcome: 'stale'; readonly choices: readonly Choice[] };

/** What `changeTicket` must know; trip 1. */
export function loadChange(scope: TenantScope, number: number) {
  return {
    ticket: stateForAgent(scope, number),
    statuses: listStatuses(scope),
    priorities: listPriorities(scope),
    agents: listAgents(scope),
    teams: listTeams(scope),
    tags: tagsOf(scope, number),
    people: peopleOf(scope, number),
    missing: emptyNeeded(scope, number),
  };
}

type Loaded = Results<ReturnType<typeof loadChange>>;
type Ticket = NonNullable<Loaded['ticket']>;

/**
 * Sets status, priority, assignee and team, adds and removes tags, all or nothing.
 * What the form shows as it was is left as it is now; what somebody else has set
 * meanwhile is never overwritten unseen. Throws `not_found` for the ticket,
 * `invalid` for a value that is not the tenant's or no longer in use, `conflict`
 * for more tags than a ticket may have.
 */
export async function changeTicket(
  scope: TenantScope,
  actor: Agent,
  loaded: Loaded,
  input: { readonly key: string; readonly set: readonly Setting[] },
  effects: Effects,
): Promise<ChangeResult> {
  let rows = loaded;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadChange(scope, number));
    const { ticket, people } = rows;
    if (!ticket) throw notFound();
    const change = decide(actor, rows, ticket, input.set);
    if ('outcome' in change) return change;
    const planned = planChange(scope, ticket, change);
    const mails = mailsOf(scope, rows, ticket, change);
    const bodyHash = await hashOf('set', ticket.id, JSON.stringify(input.set));
    // A press means the ticket as it stands: a page from the browser's memory may set the same form again, and back.
    const key = `${input.key}.${ticket.seq}`;
    const submission = { actor: `agent:${actor.id}`, key, bodyHash, result: newId('event', scope.now) };
    const done = await commit(scope, submission, [...planned.statements, ...oweMail(scope, mails)]);
    if (done.outcome === 'moved' || done.outcome === 'other_text') return null;
    if (done.outcome === 'repeated') return { outcome: 'unchanged' };
    const told = people.map(({ contactId }) => contactId);
    announce(effects, ticket, told, planned, mails);
    return { outcome: 'done' };
  });
}

function decide(actor: Agent, rows: Loaded, ticket: Ticket, set: readonly Setting[]): Change | ChangeResult {
  const choices = staleIn(ticket, set);
  if (choices.length > 0) return { outcome: 'stale', choices };
  const change = together(set.flatMap((one) => changeOf(actor, rows, ticket, one) ?? []));
  if (!change) return { outcome: 'unchanged' };
  return isHeldBack(rows, ticket, change) ? { outcome: 'needed' } : change;
}

function together(changes: readonly Change[]): Change | null {
  const merge = (one: Change, other: Change) => ({
    ...one,
    ...other,
    events: [...(one.events ?? []), ...(other.events ?? [])],
  });
  return changes.length === 0 ? null : changes.reduce(merge);
}

function staleIn(ticket: Ticket, set: readonly Setting[]): readonly Choice[] {
  return set.flatMap((one) => (one.field !== 'tags' && isStale(ticket, one) ? one : []));
}

function isLeft({ to, was }: Choice): boolean {
  return to === was;
}

function isStale(ticket: Ticket, choice: Choice): boolean {
  const { statusId: status, priorityId: priority, assigneeId: assignee, teamId: team } = ticket;
  const now = { status, priority, assignee, team }[choice.field];
  return choice.was !== undefined && !isLeft(choice) && now !== choice.was && now !== choice.to;
}

function changeOf(actor: Agent, rows: Loaded, ticket: Ticket, set: Setting): Change | null {
  if (set.field !== 'tags' && isLeft(set)) return null;
  const by = { kind: 'agent', id: actor.id } as const;
  if (set.field === 'status') {
    const to = chosen(rows.statuses, set.to);
    return to.id === ticket.statusId ? null : { status: to, events: [statusEvent(by, currentStatus(ticket), to)] };
  }
  if (set.field === 'priority') {
    const to = chosen(rows.priorities, set.to);
    if (to.id === ticket.priorityId) return null;
    const from = rows.priorities.find(({ id }) => id === ticket.priorityId);
    const names = { from: { id: ticket.priorityId, name: from?.label ?? '' }, to: { id: to.id, name: to.label } };
    return { priorityId: to.id, events: [{ actor: by, event: { kind: 'priority', ...names }, open: null }] };
  }
  if (set.field === 'tags') return tagsChange(by, rows, set);
  if (set.field === 'team') return teamChange(by, rows, ticket, set.to);
  if (set.to === ticket.assigneeId) return null;
  const from = rows.agents.find(({ id }) => id === ticket.assigneeId) ?? unknown(ticket.assigneeId);
  const to = set.to === null ? null : chosen(rows.agents, set.to);
  return { assigneeId: set.to, events: [{ actor: by, event: { kind: 'assignee', from, to }, open: null }] };
}

function teamChange(by: EventActor, { teams }: Loaded, { teamId }: Ticket, id: string | null): Change | null {
  if (id === teamId) return null;
  const from = teams.find((team) => team.id === teamId) ?? unknown(teamId);
  const to = id === null ? null : chosen(teams, id);
  return { teamId: id, events: [{ actor: by, event: { kind: 'team', from, to }, open: null }] };
}

function tagsChange(
  by: EventActor,
  { tags }: Loaded,
  { add, remove }: Extract<Setting, { field: 'tags' }>,
): Change | null {
  const has = new Set(tags.map(({ name }) => name));
  const added = add.filter((name) => !has.has(name));
  const removed = remove.filter((name) => has.has(name) && !add.includes(name));
  if (added.length + removed.length === 0) return null;
  if (tags.length + added.length - removed.length > mostTags) throw new Problem('conflict', 'too_many_tags');
  return { tags: { added, removed }, events: [{ actor: by, event: { kind: 'tags', added, removed }, open: null }] };
}

function chosen<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Problem('invalid', 'unknown_choice');
  return found;
}

/** Who has left, and what was retired, is in no list of choices any more. */
function unknown(id: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: '' };
}

function solves(ticket: Ticket, { status }: Change): boolean {
  return status?.category === 'solved' && ticket.category !== 'solved' && ticket.category !== 'closed';
}

function mailsOf(scope: TenantScope, { people }: Loaded, ticket: Ticket, change: Change) {
  return solves(ticket, change) ? mailsToPeople('request_solved', people, aboutOf(scope, ticket)) : [];
}

/** To close it at once is no way around what is needed to solve it. */
function isHeldBack({ missing }: Loaded, ticket: Ticket, { status }: Change): boolean {
  return missing.length > 0 && status !== undefined && isDone(status.category) && !isDone(ticket.category);
}

function aboutOf(scope: TenantScope, ticket: Ticket) {
  return { ticketId: ticket.id, messageId: null, now: scope.now };
}
