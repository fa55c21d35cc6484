import { attachTo } from '#attachments/attach-to.ts';
import { choiceOf, contentsOf, noFiles, type SentFiles } from '#attachments/draft-files.ts';
import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import { viewerOf } from './access.ts';
import type { Viewer } from './access-queries.ts';
import { announce } from './announce.ts';
import { type Change, planChange, statusEvent } from './change.ts';
import { listStatuses } from './choice-queries.ts';
import { commit, earlierResult, hashOf } from './commit.ts';
import { orLostFile } from './lost-file.ts';
import { mailsToAgents } from './recipients.ts';
import { categoryAfterContactReply, takesReply } from './status-rules.ts';
import { currentStatus, statusOf } from './statuses.ts';
import { agentsToTell, peopleOf, stateForContact } from './ticket-state-queries.ts';
import { untilQuiet } from './until-quiet.ts';

export interface ReplyInput {
  /** Of the form as it was rendered; for mail its dedupe key. */
  readonly key: string;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
  readonly via: 'portal' | 'email' | 'link';
  /** What a mail quoted below; empty otherwise. */
  readonly quoted?: string;
  readonly files?: SentFiles;
}

export type ReplyResult =
  | { readonly outcome: 'done' | 'repeated'; readonly messageId: string }
  /** The form was sent before with other words: ask whether to send these too. */
  | { readonly outcome: 'other_text' }
  /** The request takes no replies any more: offer a follow-up, keep the words. */
  | { readonly outcome: 'closed' }
  /** A file is not there to be sent, or was sent before. */
  | { readonly outcome: 'lost_file' };

/** What `postReply` must know; trip 1, with the session's check. */
export function loadReply(scope: TenantScope, viewer: Viewer, number: number) {
  return {
    ticket: stateForContact(scope, viewer, number),
    statuses: listStatuses(scope),
    people: peopleOf(scope, number),
    agents: agentsToTell(scope, number),
  };
}

type Loaded = Results<ReturnType<typeof loadReply>>;

/**
 * A contact's reply. Never refused because the page was old: when the ticket
 * moved on meanwhile it is read again. Throws `not_found` where the contact may
 * not see the ticket.
 */
export async function postReply(
  scope: TenantScope,
  actor: Contact,
  loaded: Loaded,
  input: ReplyInput,
  effects: Effects,
): Promise<ReplyResult> {
  const messageId = newId('message', scope.now);
  let rows = loaded;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadReply(scope, viewerOf(actor), number));
    const { ticket } = rows;
    if (!ticket) throw notFound();
    if (!takesReply(ticket.category)) return afterClosing(scope, actor, ticket.id, input);
    return write(scope, actor, { ...rows, ticket }, { ...input, messageId }, effects);
  });
}

async function write(
  scope: TenantScope,
  actor: Contact,
  rows: Loaded & { readonly ticket: NonNullable<Loaded['ticket']> },
  input: ReplyInput & { readonly messageId: string },
  effects: Effects,
): Promise<ReplyResult | null> {
  const { ticket, people } = rows;
  const planned = planChange(scope, ticket, changeOf(actor, rows, input));
  const mails = mailsToAgents('agent_customer_replied', rows.agents, ticket.assigneeId, {
    ticketId: ticket.id,
    messageId: input.messageId,
    now: scope.now,
  });
  const submission = { ...(await submissionOf(actor, ticket.id, input)), result: input.messageId };
  const files = attachTo(
    scope,
    { place: 'message', placeId: input.messageId, ticketId: ticket.id },
    choiceOf({ kind: 'contact', id: actor.id }, input.files ?? noFiles),
  );
  const done = await orLostFile(() =>
    commit(scope, submission, [...planned.statements, ...files, ...oweMail(scope, mails)]),
  );
  if (done === null) return { outcome: 'lost_file' };
  if (done.outcome === 'moved') return null;
  if (done.outcome === 'other_text') return { outcome: 'other_text' };
  if (done.outcome === 'repeated') return { outcome: 'repeated', messageId: done.result };
  announce(
    effects,
    ticket,
    people.map(({ contactId }) => contactId),
    planned,
    mails,
  );
  return { outcome: 'done', messageId: input.messageId };
}

function changeOf(
  actor: Contact,
  { ticket, statuses }: Loaded & { readonly ticket: NonNullable<Loaded['ticket']> },
  { messageId, body, quoted, via }: ReplyInput & { readonly messageId: string },
): Change {
  const message = {
    id: messageId,
    authorKind: 'contact',
    authorId: actor.id,
    body,
    quoted: quoted ?? '',
    via,
  } as const;
  const category = categoryAfterContactReply(ticket.category);
  if (category === ticket.category) return { message };
  const to = statusOf(statuses, category);
  return { message, status: to, events: [statusEvent({ kind: 'contact', id: actor.id }, currentStatus(ticket), to)] };
}

/** A reload of a reply that went in before the request was closed is no refusal. */
async function afterClosing(
  scope: TenantScope,
  actor: Contact,
  ticketId: string,
  input: ReplyInput,
): Promise<ReplyResult> {
  const submission = await submissionOf(actor, ticketId, input);
  const earlier = await earlierResult(scope, submission);
  return earlier === null ? { outcome: 'closed' } : { outcome: 'repeated', messageId: earlier };
}

async function submissionOf(actor: Contact, ticketId: string, { key, body, files = noFiles }: ReplyInput) {
  return { actor: `contact:${actor.id}`, key, bodyHash: await hashOf('reply', ticketId, body, ...contentsOf(files)) };
}
