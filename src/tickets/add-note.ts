import { attachTo } from '#attachments/attach-to.ts';
import { areAllSent, choiceOf, contentsOf, noFiles, type SentFiles } from '#attachments/draft-files.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { announce } from './announce.ts';
import { planChange } from './change.ts';
import { commit, earlierResult, hashOf } from './commit.ts';
import { isSameWords } from './just-said.ts';
import { orLostFile } from './lost-file.ts';
import type { AgentWriteResult, LoadedAgentWrite } from './post-agent-reply.ts';

export interface NoteInput {
  readonly key: string;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
  /** `seq` of the newest entry that the page showed. */
  readonly seen: number;
  readonly files?: SentFiles;
}

/**
 * An internal note: changes nothing that a contact can see, not even a time.
 * Loaded by `loadAgentWrite`. Throws `not_found` where the tenant has no such ticket.
 */
export async function addNote(
  scope: TenantScope,
  actor: Agent,
  rows: LoadedAgentWrite,
  input: NoteInput,
  effects: Effects,
): Promise<AgentWriteResult> {
  const { ticket, people } = rows;
  if (!ticket) throw notFound();
  const noteId = newId('note', scope.now);
  const { files = noFiles } = input;
  const bodyHash = await hashOf('note', ticket.id, input.body, ...contentsOf(files));
  const submission = { actor: `agent:${actor.id}`, key: input.key, bodyHash, result: noteId };
  if (rows.moved) {
    return (await earlierResult(scope, submission)) === null ? { outcome: 'moved' } : { outcome: 'repeated' };
  }
  const isAgain = isSameWords(scope, actor.id, rows.newest, { place: 'notes', body: input.body });
  if (isAgain && areAllSent(files)) return { outcome: 'repeated' };
  const planned = planChange(scope, ticket, { note: { id: noteId, authorId: actor.id, body: input.body } });
  const place = { place: 'note', placeId: noteId, ticketId: ticket.id } as const;
  const attached = attachTo(scope, place, choiceOf({ kind: 'agent', id: actor.id }, files));
  const done = await orLostFile(() => commit(scope, submission, [...planned.statements, ...attached]));
  if (done === null) return { outcome: 'lost_file' };
  if (done.outcome !== 'written') return { outcome: done.outcome };
  announce(
    effects,
    ticket,
    people.map(({ contactId }) => contactId),
    planned,
    [],
  );
  return { outcome: 'done' };
}
