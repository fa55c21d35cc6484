import { newId } from '#lib/ids.ts';
import { isDone } from '#tickets/status-rules.ts';
import { type Cast, find } from './cast.ts';
import type { TicketRows } from './rows.ts';
import type { Story } from './story.ts';
import type { ThreadWriter } from './thread-writer.ts';

/** All rows of a ticket whose thread is written. */
export function ticketRows(thread: ThreadWriter, story: Story, cast: Cast): TicketRows {
  const { messages, notes, events, ticketId } = thread;
  const account = find(cast.accounts, story.account);
  const names = [story.by, ...(story.with ?? [])];
  const ticket = ticketOf(thread, story, cast);
  return {
    ticket,
    people: names.map((name, i) => ({
      ticketId,
      contactId: find(cast.contacts, name).id,
      accountId: account.id,
      part: i === 0 ? 'requester' : 'participant',
      done: ticket.done,
      publicActivityAt: thread.publicActivityAt,
      guest: null,
      addedBy: null,
      called: '',
    })),
    messages,
    notes,
    events,
    marks: [...new Set([...names, ...account.admins])].flatMap((name) => {
      const publicSeq = story.unreadBy?.includes(name) ? seenBeforeLastAnswer(thread) : thread.publicSeq;
      return publicSeq === 0 ? [] : [{ ticketId, contactId: find(cast.contacts, name).id, publicSeq }];
    }),
    mails: mailsOf(thread, story, cast, names),
  };
}

function ticketOf(thread: ThreadWriter, story: Story, cast: Cast): TicketRows['ticket'] {
  const [first, last] = [thread.messages[0], thread.messages.at(-1)];
  if (!(first && last)) throw new Error(`Nobody says a word in: ${story.subject}`);
  return {
    id: thread.ticketId,
    number: 0,
    subject: story.subject,
    accountId: find(cast.accounts, story.account).id,
    requesterId: find(cast.contacts, story.by).id,
    formId: cast.formId,
    statusId: thread.status.id,
    category: thread.status.category,
    done: isDone(thread.status.category) ? 1 : 0,
    priorityId: thread.priority.id,
    assigneeId: thread.assignee?.id ?? null,
    source: story.via ?? 'portal',
    followUpOf: null,
    seq: thread.seq,
    activityAt: thread.activityAt,
    publicSeq: thread.publicSeq,
    publicActivityAt: thread.publicActivityAt,
    lastAuthorKind: last.authorKind,
    lastAuthorId: last.authorId,
    lastMessageAt: last.createdAt,
    lastCustomerAt: thread.lastCustomerAt,
    waitingSince: thread.waitingSince,
    solvedAt: thread.solvedAt,
    closedAt: thread.closedAt,
    createdAt: first.createdAt,
    formVersion: 1,
    teamId: null,
  };
}

/** How far somebody had read who has not been here since an agent last wrote; 0: never. */
function seenBeforeLastAnswer({ messages, publicSeq }: ThreadWriter): number {
  const answer = messages.findLast(({ authorKind }) => authorKind === 'agent');
  return answer ? answer.publicSeq - 1 : publicSeq - 1;
}

/** The mail of each answer, one a person, as it was delivered. */
function mailsOf(thread: ThreadWriter, story: Story, cast: Cast, names: readonly string[]): TicketRows['mails'] {
  const answers = thread.messages.filter(({ authorKind }) => authorKind === 'agent');
  return answers.flatMap(({ id, createdAt }) =>
    names.map((name) => ({
      id: newId('outbox', createdAt),
      kind: thread.solving.has(id) ? 'request_solved' : 'new_reply',
      recipientKind: 'contact',
      recipientId: find(cast.contacts, name).id,
      ticketId: thread.ticketId,
      messageId: id,
      subjectId: null,
      dueAt: createdAt,
      claim: null,
      sentMessageId: null,
      createdAt,
      ...endOf(createdAt, id === answers.at(-1)?.id && story.failed?.to === name ? story.failed.error : null),
    })),
  );
}

function endOf(at: number, error: string | null) {
  return error === null
    ? ({ state: 'sent', attempts: 1, error, sentAt: at + 2000 } as const)
    : ({ state: 'failed', attempts: 6, error, sentAt: null } as const);
}
