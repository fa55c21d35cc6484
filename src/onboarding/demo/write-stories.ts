import { runList } from '#db/run.ts';
import { ticketAnswers, ticketFieldValues } from '#db/schema/answers.ts';
import { outbox } from '#db/schema/mail.ts';
import { events, messages, notes, readMarks } from '#db/schema/threads.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { answerRows } from './answer-rows.ts';
import type { Cast } from './cast.ts';
import type { Company } from './company.ts';
import { dateMemberships, insertAll } from './demo-queries.ts';
import { randomFrom } from './random.ts';
import type { TicketRows } from './rows.ts';
import { tellStory } from './tell-story.ts';
import type { WrittenPaper } from './write-paper.ts';

const firstNumber = 1001;

/** Writes all stories in one batch, numbered in the order in which they began. */
export async function writeStories(
  scope: TenantScope,
  { stories, paper }: Pick<Company, 'stories' | 'paper'>,
  cast: Cast,
  written: WrittenPaper | undefined,
): Promise<void> {
  const random = randomFrom(stories.length);
  const told = stories
    .map((story) => ({ story, rows: tellStory(story, cast, scope.now, random) }))
    .sort((a, b) => a.rows.ticket.createdAt - b.rows.ticket.createdAt);
  const ids = new Map(told.map(({ story, rows }) => [story.subject, rows.ticket.id]));
  const answered = new Map(
    told.map(({ rows: { ticket } }) => [ticket.id, paper && written ? answerRows(ticket, paper, written, cast) : null]),
  );
  const answers = [...answered.values()].filter((rows) => rows !== null);
  const numbered = told.map(({ story, rows }, i) => ({
    ...rows.ticket,
    formId: answered.get(rows.ticket.id)?.formId ?? rows.ticket.formId,
    number: firstNumber + i,
    followUpOf: story.follows === undefined ? null : (ids.get(story.follows) ?? null),
  }));
  const rowsOf = told.map(({ rows }) => rows);
  await runList(scope.db, [
    insertAll(scope, tickets, numbered),
    ...threadsOf(scope, rowsOf),
    insertAll(
      scope,
      ticketAnswers,
      answers.map((rows) => rows.answers),
    ),
    insertAll(
      scope,
      ticketFieldValues,
      answers.flatMap(({ values }) => values),
    ),
    dateMemberships(scope),
  ]);
}

function threadsOf(scope: TenantScope, rows: readonly TicketRows[]): readonly Statement<number>[] {
  return [
    insertAll(
      scope,
      ticketPeople,
      rows.flatMap(({ people }) => people),
    ),
    insertAll(
      scope,
      messages,
      rows.flatMap((row) => row.messages),
    ),
    insertAll(
      scope,
      notes,
      rows.flatMap((row) => row.notes),
    ),
    insertAll(
      scope,
      events,
      rows.flatMap((row) => row.events),
    ),
    insertAll(
      scope,
      readMarks,
      rows.flatMap(({ marks }) => marks),
    ),
    insertAll(
      scope,
      outbox,
      rows.flatMap(({ mails }) => mails),
    ),
  ];
}
