import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import { ticketLinksOff } from '#identity/ticket-links/revoke-ticket-links.ts';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import { oweNothing } from '#mail/owe-mail.ts';
import { viewerOf } from '../access.ts';
import type { Viewer } from '../access-queries.ts';
import { announce } from '../announce.ts';
import { planChange } from '../change.ts';
import { commit, hashOf } from '../commit.ts';
import { stateForAgent, stateForContact } from '../ticket-state-queries.ts';
import { untilQuiet } from '../until-quiet.ts';
import { listNews } from './list-news.ts';
import { handleOf } from './people-page.ts';
import { deleteParticipant, everybodyOn, participantRules } from './people-queries.ts';
import { mayRemove } from './people-rules.ts';

export interface RemovalInput {
  readonly key: string;
  /** As pages name them: a contact's id, or a guest's own name for it. */
  readonly person: string;
}

/** What `removePerson` must know; trip 1. `viewer` null: an agent asks. */
export function loadRemoval(scope: TenantScope, viewer: Viewer | null, number: number) {
  return {
    ticket: viewer ? stateForContact(scope, viewer, number) : stateForAgent(scope, number),
    rules: participantRules(scope),
    people: everybodyOn(scope, number),
  };
}

type Loaded = Results<ReturnType<typeof loadRemoval>>;

/** Who is meant, where the actor may take them off. Throws `not_found` otherwise; null: they are not on it. */
export function removablePerson(actor: Contact | Agent, rows: Loaded, person: string) {
  const { ticket, rules, people } = rows;
  if (!ticket || (actor.kind === 'contact' && rules.policy === 'nobody')) throw notFound();
  const found = people.find((one) => handleOf(one) === person);
  if (!found) return null;
  if (!mayRemove(actor, found, ticket.requesterId)) throw notFound();
  return found;
}

/**
 * Takes somebody off a request, or lets them leave: no more mail about it, the
 * links that they got open it no more, and who sees only their own has lost it.
 * Throws `not_found` where the actor may not.
 */
export async function removePerson(
  scope: TenantScope,
  actor: Contact | Agent,
  loaded: Loaded,
  { key, person }: RemovalInput,
  deps: { readonly origin: Origin; readonly effects: Effects },
): Promise<{ readonly outcome: 'done' | 'unchanged' }> {
  let rows = loaded;
  const viewer = actor.kind === 'contact' ? viewerOf(actor) : null;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadRemoval(scope, viewer, number));
    const found = removablePerson(actor, rows, person);
    const { ticket, people } = rows;
    if (!found || !ticket) return { outcome: 'unchanged' };
    const { contactId } = found;
    const by = { kind: actor.kind, id: actor.id } as const;
    const name = found.name || found.email;
    const change = contactId === actor.id ? 'left' : 'removed';
    const event = { kind: 'person', person: { id: contactId, name }, change } as const;
    const planned = planChange(scope, ticket, { events: [{ actor: by, event, open: null }] });
    const links = ticketLinksOff(scope, { ticket, contactId, by, door: 'session', origin: deps.origin });
    const bodyHash = await hashOf('remove_person', ticket.id, contactId);
    const submission = {
      actor: `${by.kind}:${by.id}`,
      key: `${key}.${ticket.seq}`,
      bodyHash,
      result: newId('event', scope.now),
    };
    const done = await commit(scope, submission, [
      ...planned.statements,
      deleteParticipant(scope, ticket.id, contactId),
      oweNothing(scope, ticket.id, contactId),
      links.revoked,
      links.said,
    ]);
    if (done.outcome === 'moved') return null;
    if (done.outcome !== 'written') return { outcome: 'unchanged' };
    announce(
      deps.effects,
      ticket,
      people.map((one) => one.contactId),
      planned,
      [],
    );
    deps.effects.whisper([listNews(ticket, contactId)]);
    return { outcome: 'done' };
  });
}
