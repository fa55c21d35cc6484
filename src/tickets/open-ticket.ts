import { contentsOf as contentsOfFiles, noFiles, type SentFiles } from '#attachments/draft-files.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { AskedForm } from '#forms/asked-form.ts';
import type { Answers } from '#forms/definition.ts';
import { formStillUsable } from '#forms/form-still-usable.ts';
import type { Asker } from '#forms/wanted-form.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import type { Viewer } from './access-queries.ts';
import { announce } from './announce.ts';
import { listStatuses } from './choice-queries.ts';
import { commitThen, hashOf } from './commit.ts';
import { newestRequest } from './just-said-queries.ts';
import { orLostFile } from './lost-file.ts';
import { loadNewRequest, type NewRequestInput } from './new-request-page.ts';
import type { OpenInput } from './open-input.ts';
import { insertRequester, insertTicket, type NewTicket, numberOf } from './open-ticket-queries.ts';
import { markRead } from './portal-thread-queries.ts';
import { mailsToAgents, receiptTo } from './recipients.ts';
import { statusOf } from './statuses.ts';
import { contentsOf } from './ticket-contents.ts';
import { agentsToTell } from './ticket-state-queries.ts';
import { insertEvent, insertMessage } from './write-queries.ts';

export type OpenResult =
  | { readonly outcome: 'done' | 'repeated'; readonly number: number }
  | { readonly outcome: 'other_text' }
  /** The form is no more for them, or they have lost the account. */
  | { readonly outcome: 'gone' }
  /** A file was not this person's, not of this form, or sent before. */
  | { readonly outcome: 'lost_file' };

/** What `openTicket` must know; trip 1. */
export function loadOpen(scope: TenantScope, viewer: Viewer & Asker, input: NewRequestInput) {
  return {
    ...loadNewRequest(scope, viewer, input),
    newest: newestRequest(scope, viewer),
    statuses: listStatuses(scope),
    agents: agentsToTell(scope, null),
  };
}

type Loaded = Results<ReturnType<typeof loadOpen>>;

/**
 * A contact opens a request. Throws `not_found` for a form that is not there,
 * `invalid` for a priority that is not there.
 */
export async function openTicket(
  scope: TenantScope,
  actor: Contact,
  rows: Loaded,
  input: OpenInput,
  effects: Effects,
): Promise<OpenResult> {
  const form = rows.offer.wanted;
  if (!form) throw notFound();
  const ticket = ticketOf(scope, actor, rows, form, input);
  const messageId = newId('message', scope.now);
  const about = { ticketId: ticket.id, messageId, now: scope.now };
  const mails = [receiptTo(actor.id, about), ...mailsToAgents('agent_new_request', rows.agents, null, about)];
  const submission = {
    actor: `contact:${actor.id}`,
    key: input.key,
    bodyHash: await contentHash(ticket, input),
    result: ticket.id,
  };
  const written = await orLostFile(() =>
    commitThen(
      scope,
      submission,
      [
        insertTicket(scope, ticket, formStillUsable(scope, actor, form.id)),
        insertRequester(scope, ticket),
        ...firstEntries(scope, actor, ticket, { id: messageId, body: input.body }),
        ...contentsOf(scope, form, { ticket, messageId }, input),
        markRead(scope, actor.id, ticket.id, 2),
        ...oweMail(scope, mails),
      ],
      numberOf(scope, ticket.id),
    ),
  );
  if (written === null) return { outcome: 'lost_file' };
  const { done, answer } = written;
  if (done.outcome === 'moved') return { outcome: 'gone' };
  if (done.outcome === 'other_text') return { outcome: 'other_text' };
  const repeated = done.outcome === 'repeated';
  if (!repeated) announce(effects, ticket, [actor.id], { seq: 2, publicSeq: 2, isPublic: true }, mails);
  const number = answer?.number ?? (await findNumber(scope, repeated ? done.result : ticket.id));
  return { outcome: repeated ? 'repeated' : 'done', number };
}

async function contentHash(ticket: NewTicket, input: OpenInput): Promise<string> {
  const { subject, body, priorityId, answers = {}, uploaded = noFiles } = input;
  const more = JSON.stringify([withoutFiles(answers, uploaded), contentsOfFiles(uploaded)]);
  return hashOf('open', ticket.formId, ticket.accountId, ticket.followUpOf, subject, body, priorityId, more);
}

/** The same form sent again may have uploaded its files again, under other ids. */
function withoutFiles(answers: Answers, { files }: SentFiles): Answers {
  const ids = new Set<unknown>(files.map(({ id }) => id));
  const isFiles = (value: unknown) => Array.isArray(value) && value.some((id) => ids.has(id));
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isFiles(value)));
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

function ticketOf(scope: TenantScope, actor: Contact, rows: Loaded, form: AskedForm, input: OpenInput): NewTicket {
  return {
    id: newId('ticket', scope.now),
    subject: input.subject,
    accountId: actor.accountId,
    requesterId: actor.id,
    formId: form.id,
    formVersion: form.version,
    statusId: statusOf(rows.statuses, 'new').id,
    priorityId: priorityOf(rows.priorities, form, input),
    teamId: form.outcome.team ?? null,
    source: 'portal',
    followUpOf: rows.followed?.id ?? null,
  };
}

/** The person's choice, else the form's, where the tenant still has it, else the tenant's usual one. */
function priorityOf(priorities: Loaded['priorities'], form: AskedForm, { priorityId }: OpenInput): string {
  const known = (wanted: string | null | undefined) => priorities.find(({ id }) => id === wanted)?.id;
  const chosen = known(priorityId);
  if (priorityId !== null && !chosen) throw new Problem('invalid', 'unknown_priority');
  const usual = priorities.find(({ isDefault }) => isDefault === 1);
  const id = chosen ?? known(form.outcome.priority) ?? usual?.id;
  if (!id) throw new Error('A tenant has no usual priority');
  return id;
}
