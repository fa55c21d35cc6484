import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import type { Viewer } from './access-queries.ts';
import { announce } from './announce.ts';
import { listStatuses } from './choice-queries.ts';
import { commitThen, hashOf } from './commit.ts';
import { loadNewRequest } from './new-request-page.ts';
import { insertRequester, insertTicket, type NewTicket, numberOf } from './open-ticket-queries.ts';
import { markRead } from './portal-thread-queries.ts';
import { mailsToAgents, receiptTo } from './recipients.ts';
import { statusOf } from './statuses.ts';
import { agentsToTell } from './ticket-state-queries.ts';
import { insertEvent, insertMessage } from './write-queries.ts';

export interface OpenInput {
  readonly key: string;
  /** One line, cleaned, not empty. */
  readonly subject: string;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
  /** One of the tenant's, or null for its default. */
  readonly priorityId: string | null;
}

export type OpenResult =
  | { readonly outcome: 'done' | 'repeated'; readonly number: number }
  | { readonly outcome: 'other_text' };

/** What `openTicket` must know; trip 1. */
export function loadOpen(scope: TenantScope, viewer: Viewer, slug: string | null, followUp: number | null) {
  return {
    ...loadNewRequest(scope, viewer, slug, followUp),
    statuses: listStatuses(scope),
    agents: agentsToTell(scope, null),
  };
}

type Loaded = Results<ReturnType<typeof loadOpen>>;

/**
 * A contact opens a request. Throws `not_found` for a form that is not there or
 * an account that was lost, `invalid` for a priority that is not there.
 */
export async function openTicket(
  scope: TenantScope,
  actor: Contact,
  rows: Loaded,
  input: OpenInput,
  effects: Effects,
): Promise<OpenResult> {
  const ticket = ticketOf(scope, actor, rows, input);
  const messageId = newId('message', scope.now);
  const about = { ticketId: ticket.id, messageId, now: scope.now };
  const mails = [receiptTo(actor.id, about), ...mailsToAgents('agent_new_request', rows.agents, null, about)];
  const bodyHash = await hashOf(
    'open',
    ticket.formId,
    actor.accountId,
    ticket.followUpOf,
    input.subject,
    input.body,
    input.priorityId,
  );
  const submission = { actor: `contact:${actor.id}`, key: input.key, bodyHash, result: ticket.id };
  const { done, answer } = await commitThen(
    scope,
    submission,
    [
      insertTicket(scope, ticket),
      insertRequester(scope, ticket),
      ...firstEntries(scope, actor, ticket, { id: messageId, body: input.body }),
      markRead(scope, actor.id, ticket.id, 2),
      ...oweMail(scope, mails),
    ],
    numberOf(scope, ticket.id),
  );
  if (done.outcome === 'moved') throw notFound();
  if (done.outcome === 'other_text') return { outcome: 'other_text' };
  const repeated = done.outcome === 'repeated';
  if (!repeated) announce(effects, ticket, [actor.id], { seq: 2, publicSeq: 2, isPublic: true }, mails);
  const number = answer?.number ?? (await findNumber(scope, repeated ? done.result : ticket.id));
  return { outcome: repeated ? 'repeated' : 'done', number };
}

/** What the person wrote, and the event of its opening. */
function firstEntries(
  scope: TenantScope,
  actor: Contact,
  ticket: NewTicket,
  { id, body }: { id: string; body: string },
) {
  const by = { kind: 'contact', id: actor.id } as const;
  const message = { id, authorKind: by.kind, authorId: by.id, body, quoted: '', via: ticket.source } as const;
  const opened = { kind: 'opened' } as const;
  return [
    insertMessage(scope, ticket.id, 1, 1, message),
    insertEvent(scope, ticket.id, 2, 2, { id: newId('event', scope.now), actor: by, event: opened, open: opened }),
  ];
}

async function findNumber(scope: TenantScope, ticketId: string): Promise<number> {
  const { found } = await run(scope.db, { found: numberOf(scope, ticketId) });
  if (!found) throw new Error('A ticket that was written is not there');
  return found.number;
}

function ticketOf(scope: TenantScope, actor: Contact, rows: Loaded, input: OpenInput): NewTicket {
  const { form, priorities, followed } = rows;
  if (!form) throw notFound();
  const priority = priorities.find(({ id, isDefault }) =>
    input.priorityId === null ? isDefault === 1 : id === input.priorityId,
  );
  if (!priority) throw new Problem('invalid', 'unknown_priority');
  return {
    id: newId('ticket', scope.now),
    subject: input.subject,
    accountId: actor.accountId,
    requesterId: actor.id,
    formId: form.id,
    statusId: statusOf(rows.statuses, 'new').id,
    priorityId: priority.id,
    source: 'portal',
    followUpOf: followed?.id ?? null,
  };
}
