import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { viewerOf } from '../access.ts';
import type { Viewer } from '../access-queries.ts';
import { announce } from '../announce.ts';
import { planChange } from '../change.ts';
import { commit, hashOf } from '../commit.ts';
import { peopleOf, stateForAgent, stateForContact } from '../ticket-state-queries.ts';
import { untilQuiet } from '../until-quiet.ts';
import { changeBody, keepVersion, ownMessage } from './edit-queries.ts';
import { type EditRefusal, editRefusal } from './edit-rules.ts';

export interface EditInput {
  readonly key: string;
  /** The message's number, as the editor's pages know it. */
  readonly entry: number;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
}

/** `unchanged`: it said so already. */
export type EditResult = { readonly outcome: 'done' | 'unchanged' | EditRefusal };

/** Whose message, and with whose eyes the ticket is found: an agent sees all. */
export type EditorView =
  | { readonly kind: 'contact'; readonly viewer: Viewer }
  | { readonly kind: 'agent'; readonly agentId: string };

/** What `editMessage` and its page must know; trip 1. */
export function loadEdit(scope: TenantScope, editor: EditorView, number: number, entry: number) {
  const isContact = editor.kind === 'contact';
  const by = { kind: editor.kind, id: isContact ? editor.viewer.contactId : editor.agentId };
  return {
    ticket: isContact ? stateForContact(scope, editor.viewer, number) : stateForAgent(scope, number),
    message: ownMessage(scope, by, number, entry),
    people: peopleOf(scope, number),
  };
}

type Loaded = Results<ReturnType<typeof loadEdit>>;

/** The ticket and one's own message in it. Throws `not_found` where there is none, or it is another's. */
export function ownMessageOf({ ticket, message }: Loaded) {
  if (!ticket || !message) throw notFound();
  return { ticket, message };
}

/**
 * Changes an own message within ten minutes of sending, twenty times at most. What it said is kept as
 * a version; mail that still waits goes out with the new words. It counts as a
 * public entry, so that open pages and lists learn of it as of any other.
 */
export async function editMessage(
  scope: TenantScope,
  actor: Contact | Agent,
  loaded: Loaded,
  { key, entry, body }: EditInput,
  effects: Effects,
): Promise<EditResult> {
  let rows = loaded;
  const editor: EditorView =
    actor.kind === 'contact' ? { kind: 'contact', viewer: viewerOf(actor) } : { kind: 'agent', agentId: actor.id };
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadEdit(scope, editor, number, entry));
    const { ticket, message } = ownMessageOf(rows);
    if (message.body === body) return { outcome: 'unchanged' };
    const refusal = editRefusal({ ...message, category: ticket.category }, scope.now);
    if (refusal) return { outcome: refusal };
    const event = {
      actor: { kind: actor.kind, id: actor.id },
      event: { kind: 'edited', entry: message.seq },
      open: { kind: 'edited', entry: message.publicSeq },
    } as const;
    const planned = planChange(scope, ticket, { events: [event] });
    const submission = {
      actor: `${actor.kind}:${actor.id}`,
      key: `${key}.${ticket.seq}`,
      bodyHash: await hashOf('edit', message.id, body),
      result: newId('event', scope.now),
    };
    const done = await commit(scope, submission, [
      ...planned.statements,
      keepVersion(scope, message.id),
      changeBody(scope, message.id, body),
    ]);
    if (done.outcome === 'moved' || done.outcome === 'other_text') return null;
    if (done.outcome === 'repeated') return { outcome: 'unchanged' };
    announce(
      effects,
      ticket,
      rows.people.map(({ contactId }) => contactId),
      planned,
      [],
    );
    return { outcome: 'done' };
  });
}
