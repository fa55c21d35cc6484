import { runList } from '#db/run.ts';
import { outbox } from '#db/schema/mail.ts';
import { events, messages, notes, readMarks } from '#db/schema/threads.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Cast } from './cast.ts';
import { dateMemberships, insertAll } from './demo-queries.ts';
import { randomFrom } from './random.ts';
import type { Story } from './story.ts';
import { tellStory } from './tell-story.ts';

const firstNumber = 1001;

/** Writes all stories in one batch, numbered in the order in which they began. */
export async function writeStories(scope: TenantScope, stories: readonly Story[], cast: Cast): Promise<void> {
  const random = randomFrom(stories.length);
  const told = stories
    .map((story) => ({ story, rows: tellStory(story, cast, scope.now, random) }))
    .sort((a, b) => a.rows.ticket.createdAt - b.rows.ticket.createdAt);
  const ids = new Map(told.map(({ story, rows }) => [story.subject, rows.ticket.id]));
  const numbered = told.map(({ story, rows }, i) => ({
    ...rows.ticket,
    number: firstNumber + i,
    followUpOf: story.follows === undefined ? null : (ids.get(story.follows) ?? null),
  }));
  await runList(scope.db, [
    insertAll(scope, tickets, numbered),
    insertAll(
      scope,
      ticketPeople,
      told.flatMap(({ rows }) => rows.people),
    ),
    insertAll(
      scope,
      messages,
      told.flatMap(({ rows }) => rows.messages),
    ),
    insertAll(
      scope,
      notes,
      told.flatMap(({ rows }) => rows.notes),
    ),
    insertAll(
      scope,
      events,
      told.flatMap(({ rows }) => rows.events),
    ),
    insertAll(
      scope,
      readMarks,
      told.flatMap(({ rows }) => rows.marks),
    ),
    insertAll(
      scope,
      outbox,
      told.flatMap(({ rows }) => rows.mails),
    ),
    dateMemberships(scope),
  ]);
}
