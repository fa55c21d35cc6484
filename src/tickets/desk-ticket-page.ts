import { listPriorities, listTeams } from '#db/choices.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { authorOf } from './author.ts';
import { listAgents, listStatuses } from './choice-queries.ts';
import { countViews } from './desk-list-queries.ts';
import {
  deskDeliveries,
  deskEvents,
  deskFiles,
  deskMessages,
  deskNoteFiles,
  deskNotes,
  deskParticipants,
  deskTicket,
  deskWindow,
} from './desk-ticket-queries.ts';
import type { Delivery, DeskEntry, Window } from './entries.ts';
import { type EntryFile, filesByEntry } from './entry-files.ts';
import { readEventData } from './event-data.ts';
import { followUpsOf } from './follow-up-queries.ts';
import { othersOfAccount, othersOfRequester } from './other-tickets-queries.ts';
import { loadDeskAnswers, type SentAnswers } from './sent-answers.ts';
import { listTags, tagsOf } from './tag-queries.ts';
import { peopleOf, stateForAgent } from './ticket-state-queries.ts';
import { deskValues, peopleOfTicketsAccount } from './value-queries.ts';
import { withinWindow } from './window.ts';

/** The statements of a ticket's thread; `from` is the first entry's number, null for the newest window. */
export function loadDeskThread(scope: TenantScope, number: number, from: number | null) {
  return {
    ticket: deskTicket(scope, number),
    messages: deskMessages(scope, number, from),
    notes: deskNotes(scope, number, from),
    events: deskEvents(scope, number, from),
    deliveries: deskDeliveries(scope, number),
    files: deskFiles(scope, number, from),
    noteFiles: deskNoteFiles(scope, number, from),
    sent: loadDeskAnswers(scope, number),
    values: deskValues(scope, number),
  };
}

/** The statements of a ticket's page: its thread and what stands beside it. */
export function loadDeskTicket(scope: TenantScope, claim: AgentClaim, number: number, from: number | null) {
  return {
    ...loadDeskThread(scope, number, from),
    participants: deskParticipants(scope, number),
    /** Whom a reply reaches: who has lost access gets no mail. */
    people: peopleOf(scope, number),
    followUps: followUpsOf(scope, number),
    ofRequester: othersOfRequester(scope, number),
    ofAccount: othersOfAccount(scope, number),
    statuses: listStatuses(scope),
    priorities: listPriorities(scope),
    agents: listAgents(scope),
    /** Whom its person fields may name. */
    colleagues: peopleOfTicketsAccount(scope, number),
    teams: listTeams(scope),
    tags: tagsOf(scope, number),
    allTags: listTags(scope),
    counts: countViews(scope, claim.agentId),
  };
}

/** What the ticket's socket must know before it opens. */
export function loadDeskDoor(scope: TenantScope, number: number) {
  return { ticket: stateForAgent(scope, number) };
}

type Rows = Results<ReturnType<typeof loadDeskThread>>;

export interface DeskThread extends Window<DeskEntry> {
  readonly ticket: NonNullable<Rows['ticket']>;
  /** What it was sent with; null: no form was filled in. */
  readonly sent: SentAnswers | null;
  readonly values: Rows['values'];
  /** Mails that belong to no message of the window, such as "solved". */
  readonly otherDeliveries: readonly Delivery[];
}

/** What the page shows; `from` as it was loaded with. Throws `not_found` where the tenant has no such ticket. */
export function deskThreadOf(rows: Rows, from: number | null): DeskThread {
  const { ticket } = rows;
  if (!ticket) throw notFound();
  const deliveries = rows.deliveries.map(deliveryOf);
  const filesOf = filesByEntry([...rows.files, ...rows.noteFiles]);
  const all = [
    ...rows.messages.map((row) => messageOf(row, deliveries, filesOf(row.id))),
    ...rows.notes.map((row) => noteOf(row, filesOf(row.id))),
    ...rows.events.map(eventOf),
  ];
  all.sort((a, b) => a.seq - b.seq);
  const entries = withinWindow(all, deskWindow, from === null ? 'last' : 'first');
  const first = entries[0]?.seq ?? 1;
  const shown = new Set(rows.messages.map(({ id }) => id));
  return {
    ticket,
    sent: rows.sent,
    values: rows.values,
    entries,
    older: first > 1 ? Math.max(1, first - deskWindow / 4) : null,
    newer: from === null ? null : (all[entries.length]?.seq ?? null),
    otherDeliveries: deliveries.filter(({ messageId }) => messageId === null || !shown.has(messageId)),
  };
}

function deliveryOf(row: Rows['deliveries'][number]): Delivery {
  const { messageId, kind, state, error } = row;
  const recipient = row.recipientKind === 'agent' ? row.agentName : row.contactName || row.contactEmail;
  return { messageId, kind, state, error, recipient: recipient ?? '' };
}

function messageOf(
  row: Rows['messages'][number],
  deliveries: readonly Delivery[],
  files: readonly EntryFile[],
): DeskEntry {
  const { authorKind, authorId, contactName, agentName, ...message } = row;
  return {
    kind: 'message',
    ...message,
    files,
    author: authorOf(authorKind, authorId, { contactName, agentName }),
    deliveries: deliveries.filter(({ messageId }) => messageId === row.id),
  };
}

function noteOf({ authorId, authorName, ...note }: Rows['notes'][number], files: readonly EntryFile[]): DeskEntry {
  return {
    kind: 'note',
    ...note,
    files,
    author: { kind: 'agent', id: authorId, name: authorName },
  };
}

function eventOf(row: Rows['events'][number]): DeskEntry {
  return {
    kind: 'event',
    seq: row.seq,
    author: authorOf(row.actorKind, row.actorId, row),
    event: readEventData(row.kind, row.data),
    isPublic: row.publicSeq !== null,
    at: row.at,
  };
}
