import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import { notFound } from '#lib/problem.ts';
import type { Viewer } from './access-queries.ts';
import { authorOf } from './author.ts';
import type { PublicEntry, Window } from './entries.ts';
import { type EntryFile, filesByEntry } from './entry-files.ts';
import { readPublicEventData } from './event-data.ts';
import type { FieldValue } from './field-value.ts';
import { followUpsFor } from './follow-up-queries.ts';
import { loadShownPeople, type ShownPeople, withGuests } from './people/shown-people.ts';
import { portalEvents, portalFiles, portalMessages, portalTicket, windowMost } from './portal-thread-queries.ts';
import { loadSentAnswers, type SentAnswers } from './sent-answers.ts';
import type { Category } from './status-rules.ts';
import { accountPeople, portalValues } from './value-queries.ts';
import { withinWindow } from './window.ts';

export interface PortalThread extends Window<PublicEntry> {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly accountId: string;
  readonly requester: { readonly id: string; readonly name: string };
  readonly category: Category;
  readonly publicLabel: string;
  /** Number of the newest public entry. */
  readonly publicSeq: number;
  readonly createdAt: number;
  /** Number of the request that this one follows. */
  readonly followUpOf: number | null;
  /** Requests that follow this one, and that the viewer may see. */
  readonly followUps: readonly { readonly number: number; readonly subject: string }[];
  readonly onIt: ShownPeople;
  /** What it was sent with; null where that is not told. */
  readonly sent: SentAnswers | null;
  /** Its fields, of those that contacts may read. */
  readonly values: readonly FieldValue[];
  /** Whom its person fields may name. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** How far the viewer had read; 0: never opened. */
  readonly readPublicSeq: number;
}

const olderStep = 50;

/** From where a page reads: a number, or where reading stopped. */
type ThreadStart = { readonly from: number } | { readonly after: number } | 'unread';

/** The statements of a request's page: the ticket and a window of its public entries. */
export function loadThread(scope: TenantScope, viewer: Viewer, number: number, start: ThreadStart) {
  const isUpdate = typeof start === 'object' && 'after' in start;
  const from = start === 'unread' ? null : isUpdate ? start.after + 1 : start.from;
  return {
    ticket: portalTicket(scope, viewer, number),
    messages: portalMessages(scope, viewer, number, from),
    files: portalFiles(scope, viewer, number, from),
    events: portalEvents(scope, viewer, number, from),
    onIt: loadShownPeople(scope, viewer, number),
    followUps: followUpsFor(scope, viewer, number),
    values: portalValues(scope, viewer, number),
    colleagues: accountPeople(scope, viewer.accountId),
    // What only comes after the first message needs no answers; no ticket has the number 0.
    sent: loadSentAnswers(scope, viewer, isUpdate ? 0 : number),
  };
}

/** What the page shows. Throws `not_found` where there is no such ticket, or not for this viewer. */
export function threadOf(rows: Results<ReturnType<typeof loadThread>>): PortalThread {
  const { ticket } = rows;
  if (!ticket) throw notFound();
  const filesOf = filesByEntry(rows.files);
  const messages = rows.messages.map((row) => messageOf(row, filesOf(row.id)));
  const all = [...messages, ...rows.events.flatMap(eventOf)].sort((a, b) => a.publicSeq - b.publicSeq);
  const entries = withinWindow(all, windowMost, 'first');
  const first = entries[0]?.publicSeq ?? 1;
  const { requesterId, requesterName, readPublicSeq, ...rest } = ticket;
  return {
    ...rest,
    requester: { id: requesterId, name: requesterName },
    readPublicSeq: readPublicSeq ?? 0,
    onIt: rows.onIt,
    followUps: rows.followUps,
    sent: rows.sent,
    values: rows.values,
    colleagues: rows.colleagues,
    entries: withGuests(entries, rows.onIt),
    older: first > 1 ? Math.max(1, first - olderStep) : null,
    newer: all[entries.length]?.publicSeq ?? null,
  };
}

type Rows = Results<ReturnType<typeof loadThread>>;

function messageOf(row: Rows['messages'][number], files: readonly EntryFile[]): PublicEntry {
  const { authorKind, authorId, contactName, agentName, ...message } = row;
  return {
    kind: 'message',
    ...message,
    files,
    author: authorOf(authorKind, authorId, { contactName, agentName }),
  };
}

function eventOf(row: Rows['events'][number]): PublicEntry[] {
  const event = readPublicEventData(row.kind, row.publicData);
  if (!event) return [];
  const author = authorOf(row.actorKind, row.actorId, row);
  return [{ kind: 'event', publicSeq: row.publicSeq, author, event, at: row.at }];
}
