import { attachTo } from '#attachments/attach-to.ts';
import { areAllSent, choiceOf, contentsOf, noFiles, type SentFiles } from '#attachments/draft-files.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import { announce } from './announce.ts';
import { type Change, planChange, statusEvent } from './change.ts';
import { listStatuses } from './choice-queries.ts';
import { commit, earlierResult, hashOf } from './commit.ts';
import { isSameWords } from './just-said.ts';
import { newestWords } from './just-said-queries.ts';
import { orLostFile } from './lost-file.ts';
import { movedBySince } from './moved-queries.ts';
import { mailsToPeople } from './recipients.ts';
import { type AfterReply, takesReply } from './status-rules.ts';
import { currentStatus, statusOf } from './statuses.ts';
import { peopleOf, stateForAgent } from './ticket-state-queries.ts';
import { emptyNeeded } from './value-queries.ts';

export interface AgentReplyInput {
  readonly key: string;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
  /** Where the reply leaves the ticket. */
  readonly then: AfterReply;
  /** `seq` of the newest entry that the page showed. */
  readonly seen: number;
  readonly files?: SentFiles;
}

export type AgentWriteResult =
  | { readonly outcome: 'done' | 'repeated' }
  | { readonly outcome: 'other_text' | 'closed' | 'lost_file' }
  /** Somebody else wrote since the page was made: show it, keep the text, ask again. */
  | { readonly outcome: 'moved' }
  /** It was to be solved, and fields that are needed for that are empty. */
  | { readonly outcome: 'needed' };

/** What an agent's reply or note must know; trip 1. */
export function loadAgentWrite(scope: TenantScope, agentId: string, number: number, seen: number) {
  return {
    ticket: stateForAgent(scope, number),
    statuses: listStatuses(scope),
    people: peopleOf(scope, number),
    moved: movedBySince(scope, agentId, number, seen),
    newest: newestWords(scope, number),
    missing: emptyNeeded(scope, number),
  };
}

export type LoadedAgentWrite = Results<ReturnType<typeof loadAgentWrite>>;

/** An agent's public reply. Throws `not_found` where the tenant has no such ticket. */
export async function postAgentReply(
  scope: TenantScope,
  actor: Agent,
  rows: LoadedAgentWrite,
  input: AgentReplyInput,
  effects: Effects,
): Promise<AgentWriteResult> {
  const { ticket, people } = rows;
  if (!ticket) throw notFound();
  const messageId = newId('message', scope.now);
  const { files = noFiles } = input;
  const submission = {
    actor: `agent:${actor.id}`,
    key: input.key,
    bodyHash: await hashOf('agent_reply', ticket.id, input.body, input.then, ...contentsOf(files)),
    result: messageId,
  };
  const refusal = refusalOf(rows, ticket, input);
  if (refusal)
    return (await earlierResult(scope, submission)) === null ? { outcome: refusal } : { outcome: 'repeated' };
  const isAgain = isSameWords(scope, actor.id, rows.newest, { place: 'messages', body: input.body });
  if (isAgain && ticket.category === input.then && areAllSent(files)) return { outcome: 'repeated' };
  const planned = planChange(scope, ticket, changeOf(actor, ticket, rows, input, messageId));
  const mails = mailsToPeople(input.then === 'solved' ? 'request_solved' : 'new_reply', people, {
    ticketId: ticket.id,
    messageId,
    now: scope.now,
  });
  const place = { place: 'message', placeId: messageId, ticketId: ticket.id } as const;
  const attached = attachTo(scope, place, choiceOf({ kind: 'agent', id: actor.id }, files));
  const done = await orLostFile(() =>
    commit(scope, submission, [...planned.statements, ...attached, ...oweMail(scope, mails)]),
  );
  if (done === null) return { outcome: 'lost_file' };
  if (done.outcome !== 'written') return { outcome: done.outcome };
  announce(
    effects,
    ticket,
    people.map(({ contactId }) => contactId),
    planned,
    mails,
  );
  return { outcome: 'done' };
}

function refusalOf(
  { moved, missing }: LoadedAgentWrite,
  { category }: NonNullable<LoadedAgentWrite['ticket']>,
  { then }: AgentReplyInput,
): 'closed' | 'moved' | 'needed' | null {
  if (!takesReply(category)) return 'closed';
  if (moved) return 'moved';
  return then === 'solved' && category !== 'solved' && missing.length > 0 ? 'needed' : null;
}

function changeOf(
  actor: Agent,
  ticket: NonNullable<LoadedAgentWrite['ticket']>,
  { statuses }: LoadedAgentWrite,
  { body, then }: AgentReplyInput,
  messageId: string,
): Change {
  const author = { kind: 'agent', id: actor.id } as const;
  const message = {
    id: messageId,
    authorKind: author.kind,
    authorId: author.id,
    body,
    quoted: '',
    via: 'agent',
  } as const;
  if (ticket.category === then) return { message };
  const to = statusOf(statuses, then);
  return { message, status: to, events: [statusEvent(author, currentStatus(ticket), to)] };
}
