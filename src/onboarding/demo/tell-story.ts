import { categoryAfterContactReply } from '#tickets/status-rules.ts';
import { type Cast, find } from './cast.ts';
import { momentsOf } from './moments.ts';
import type { TicketRows } from './rows.ts';
import type { Step, Story } from './story.ts';
import { ThreadWriter, type Voice } from './thread-writer.ts';
import { ticketRows } from './ticket-rows.ts';

const closesAfterMs = 7 * 24 * 60 * 60 * 1000;

/** The rows that a story would have left behind. Numbers come later, when all are in order: `number` is 0. */
export function tellStory(story: Story, cast: Cast, now: number, random: () => number): TicketRows {
  const moments = momentsOf(story, now, random);
  const began = moments[0] ?? now;
  const source = story.via ?? 'portal';
  const thread = new ThreadWriter(began, find(cast.statuses, 'new'), find(cast.priorities, story.priority ?? 'Normal'));
  for (const [i, step] of story.steps.entries()) {
    takeStep(thread, step, { at: moments[i] ?? began, cast, source });
    if (i === 0) thread.opened(began, voiceOf(cast, step.who));
  }
  const { solvedAt, status } = thread;
  if (solvedAt !== null && status.category === 'solved' && solvedAt + closesAfterMs < now) {
    thread.moveTo(solvedAt + closesAfterMs, { kind: 'system', id: null }, find(cast.statuses, 'closed'));
  }
  return ticketRows(thread, story, cast);
}

interface Stage {
  readonly at: number;
  readonly cast: Cast;
  readonly source: NonNullable<Story['via']>;
}

function takeStep(thread: ThreadWriter, step: Step, stage: Stage): void {
  const { at, cast } = stage;
  const by = voiceOf(cast, step.who);
  switch (step.does) {
    case 'says':
      speak(thread, step, stage);
      break;
    case 'notes':
      thread.note(at, by.id, step.text);
      break;
    case 'gives':
      thread.assign(at, by, step.to === null ? null : find(cast.agents, step.to));
      break;
    case 'sets':
      thread.prioritize(at, by, find(cast.priorities, step.to));
      break;
    case 'moves':
      thread.moveTo(at, by, find(cast.statuses, step.to));
  }
}

/** A message and what it does to the status, by the same rules as everywhere. */
function speak(thread: ThreadWriter, step: Extract<Step, { does: 'says' }>, { at, cast, source }: Stage): void {
  const by = voiceOf(cast, step.who);
  const { next = 'waiting', quoted = '', via = by.kind === 'agent' ? 'agent' : source } = step.how;
  thread.message(at, { by, body: step.text, quoted, via, solves: next === 'solved' });
  const category = by.kind === 'agent' ? next : categoryAfterContactReply(thread.status.category);
  thread.moveTo(at, by, find(cast.statuses, category));
}

function voiceOf(cast: Cast, name: string): Extract<Voice, { id: string }> {
  const agent = cast.agents.get(name);
  return agent ? { kind: 'agent', id: agent.id } : { kind: 'contact', id: find(cast.contacts, name).id };
}
