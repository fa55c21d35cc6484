import { read } from '#db/read-as.ts';
import { isDuplicate, isGuarded } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results, Statement } from '#db/statement.ts';
import { addingCounts, isOverspent } from '#identity/limits/adding-counts.ts';
import { isOwnAddress } from '#identity/people/is-own-address.ts';
import { newPerson } from '#identity/people/new-person.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import { viewerOf } from '../access.ts';
import type { Viewer } from '../access-queries.ts';
import { announce } from '../announce.ts';
import { planChange } from '../change.ts';
import { type Committed, commit, hashOf } from '../commit.ts';
import { addedMail } from '../recipients.ts';
import { takesReply } from '../status-rules.ts';
import { stateForAgent, stateForContact } from '../ticket-state-queries.ts';
import { untilQuiet } from '../until-quiet.ts';
import { listNews } from './list-news.ts';
import { everybodyOn, insertParticipant, type Named, namedPerson, participantRules } from './people-queries.ts';
import { peopleMost } from './people-rules.ts';

export interface AddingInput {
  readonly key: string;
  /** A colleague by id, or anybody by an address as typed. */
  readonly person: Named;
}

/** `done` also where they were on it already: nothing tells what is known of an address. `unchosen`: nobody was named. */
export type AddingResult = { readonly outcome: 'done' | 'unchosen' | 'address' | 'closed' | 'full' | 'too_many' };

export interface AddingDeps {
  readonly pepper: string;
  readonly inboundDomain: string;
  readonly origin: Origin;
  readonly effects: Effects;
}

/** What `addPerson` must know; trip 1. `viewer` null: an agent asks. */
export function loadAdding(scope: TenantScope, viewer: Viewer | null, number: number, person: Named) {
  return {
    ticket: viewer ? stateForContact(scope, viewer, number) : stateForAgent(scope, number),
    rules: participantRules(scope),
    people: everybodyOn(scope, number),
    named: namedPerson(scope, number, normalized(person)),
  };
}

type Loaded = Results<ReturnType<typeof loadAdding>>;
type Ticket = NonNullable<Loaded['ticket']>;

/**
 * Puts somebody on a request: a colleague, or anybody by address where the
 * tenant lets contacts do that. They get a mail, and all answers from then on.
 * Throws `not_found` where the actor may not, `invalid` for who is no colleague.
 */
export async function addPerson(
  scope: TenantScope,
  actor: Contact | Agent,
  loaded: Loaded,
  input: AddingInput,
  deps: AddingDeps,
): Promise<AddingResult> {
  let rows = loaded;
  const person = normalized(input.person);
  const viewer = actor.kind === 'contact' ? viewerOf(actor) : null;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadAdding(scope, viewer, number, input.person));
    const { ticket } = rows;
    if (!ticket) throw notFound();
    const outcome = refusalOf(actor, rows, person, deps);
    if (outcome) return { outcome };
    return write(scope, actor, { ...rows, ticket }, { key: input.key, person }, deps);
  });
}

/** What stands against it, or that it is so already; null: nothing. */
function refusalOf(
  actor: Contact | Agent,
  { ticket, rules, named, people }: Loaded,
  person: Named,
  { inboundDomain }: AddingDeps,
): AddingResult['outcome'] | null {
  if (actor.kind === 'contact' && rules.policy === 'nobody') throw notFound();
  if ('email' in person) {
    if (rules.policy !== 'anyone' || !rules.hasLinks) throw notFound();
    if (person.email === '' || isOwnAddress(person.email, inboundDomain)) return 'address';
  } else if (person.id === '') return 'unchosen';
  else if (!named?.hasPlace) throw new Problem('invalid', 'unknown_choice');
  if (ticket && !takesReply(ticket.category)) return 'closed';
  if (people.some(({ contactId }) => contactId === named?.contactId)) return 'done';
  return people.length >= peopleMost ? 'full' : null;
}

async function write(
  scope: TenantScope,
  actor: Contact | Agent,
  { ticket, named, people }: Loaded & { readonly ticket: Ticket },
  { key, person }: AddingInput,
  deps: AddingDeps,
): Promise<AddingResult | null> {
  const email = 'email' in person ? person.email : '';
  const by = { kind: actor.kind, id: actor.id } as const;
  const made = named ? null : newPerson(scope, { email, by, origin: deps.origin });
  const contactId = named?.contactId ?? made?.id ?? '';
  const called = { id: contactId, name: named?.name || named?.email || email };
  const event = { kind: 'person', person: called, change: 'added' } as const;
  const planned = planChange(scope, ticket, { events: [{ actor: by, event, open: null }] });
  const mails =
    contactId === actor.id ? [] : [addedMail(contactId, { ticketId: ticket.id, messageId: null, now: scope.now })];
  const submission = {
    actor: `${actor.kind}:${actor.id}`,
    // A press means the request as it stands: who was taken off meanwhile is put there again.
    key: `${key}.${ticket.seq}`,
    bodyHash: await hashOf('add_person', ticket.id, contactId),
    result: contactId,
  };
  const done = await attempt(scope, submission, [
    ...planned.statements,
    ...(await countsOf(scope, actor, email, deps)),
    ...(made?.statements ?? []),
    insertParticipant(scope, ticket.id, {
      contactId,
      addedBy: actor.id,
      guest: newId('guest', scope.now),
      called: email,
      named: email === '' ? actor.kind : 'address',
    }),
    ...oweMail(scope, mails),
  ]);
  if (done === null || done === 'too_many') return done && { outcome: done };
  if (done.outcome === 'moved') return null;
  if (done.outcome !== 'written') return { outcome: 'done' };
  announce(
    deps.effects,
    ticket,
    people.map((one) => one.contactId),
    planned,
    mails,
  );
  deps.effects.whisper([listNews(ticket, contactId)]);
  return { outcome: 'done' };
}

/** Null: the address became somebody's meanwhile, or the tenant allows it no more: what is read anew says which. */
async function attempt(
  scope: TenantScope,
  submission: Parameters<typeof commit>[1],
  statements: readonly Statement<unknown>[],
): Promise<Committed | 'too_many' | null> {
  try {
    return await commit(scope, submission, statements);
  } catch (error) {
    if (isOverspent(error)) return 'too_many';
    if (isDuplicate(error, 'contact_addresses') || isGuarded(error, 'ticket_people.part')) return null;
    throw error;
  }
}

async function countsOf(scope: TenantScope, actor: Contact | Agent, email: string, { pepper }: AddingDeps) {
  if (actor.kind === 'agent') return [];
  const { id: contactId, accountId } = actor;
  return addingCounts(scope, pepper, { contactId, accountId, email: email === '' ? null : email });
}

/** An address that is none is empty: nobody's. */
function normalized(person: Named): Named {
  return 'email' in person ? { email: normalizeAddress(person.email) ?? '' } : person;
}
