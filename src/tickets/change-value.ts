import { attachTo } from '#attachments/attach-to.ts';
import { chosenOf } from '#attachments/draft-files.ts';
import type { ChosenFile } from '#attachments/upload.ts';
import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { AnswerValue, FieldType } from '#forms/definition.ts';
import { type AnswerFault, readAnswer } from '#forms/read-answer.ts';
import { typedAnswer } from '#forms/typed-answer.ts';
import type { NamesById } from '#forms/value-words.ts';
import { isLocale } from '#i18n/catalogue.ts';
import { translator } from '#i18n/translator.ts';
import type { Agent, Contact } from '#lib/actor.ts';
import { dayAt } from '#lib/days.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import { viewerOf } from './access.ts';
import type { Viewer } from './access-queries.ts';
import { announce } from './announce.ts';
import { type Change, planChange } from './change.ts';
import { commit, hashOf } from './commit.ts';
import { type FieldValue, isOpenToContacts } from './field-value.ts';
import { orLostFile } from './lost-file.ts';
import { takesReply } from './status-rules.ts';
import { releaseTaken } from './taken-file-queries.ts';
import { peopleOf, stateForAgent, stateForContact } from './ticket-state-queries.ts';
import { untilQuiet } from './until-quiet.ts';
import { eventWordsOf } from './value-event.ts';
import {
  accountPeople,
  clearValue,
  deskValues,
  insertValues,
  peopleOfTicketsAccount,
  portalValues,
} from './value-queries.ts';

export interface ValueInput {
  readonly key: string;
  readonly fieldId: string;
  /** As it came in the form. */
  readonly typed: readonly string[];
  /** What the page showed, as it would have been typed; left out: whatever it holds. */
  readonly shown?: readonly string[] | undefined;
  /** Upload key of the form, and what was uploaded for it: only those files may be new in a value. */
  readonly draft: string;
  readonly uploaded: readonly ChosenFile[];
}

/**
 * `unchanged`: it held that already, or the form left it as the page showed it.
 * `closed`: the request takes no more changes of contacts. `stale`: somebody
 * changed it to something else since the page was made; nothing was written.
 */
export type ValueResult =
  | { readonly outcome: 'done' | 'unchanged' | 'closed' | 'stale' }
  | { readonly outcome: 'fault'; readonly fault: AnswerFault };

/** What a contact's change of a value must know; trip 1. */
export function loadPortalChange(scope: TenantScope, viewer: Viewer, number: number) {
  return {
    ticket: stateForContact(scope, viewer, number),
    values: portalValues(scope, viewer, number),
    colleagues: accountPeople(scope, viewer.accountId),
    people: peopleOf(scope, number),
  };
}

/** The same for agents. */
export function loadDeskChange(scope: TenantScope, number: number) {
  return {
    ticket: stateForAgent(scope, number),
    values: deskValues(scope, number),
    colleagues: peopleOfTicketsAccount(scope, number),
    people: peopleOf(scope, number),
  };
}

type Loaded = Results<ReturnType<typeof loadDeskChange>>;

/**
 * A contact changes a field that is open to them, or an agent any field in use.
 * What somebody else has set since the page was made is never overwritten
 * unseen. Throws `not_found` for the ticket, and for a field
 * that is not there for them.
 */
export async function changeValue(
  scope: TenantScope,
  actor: Contact | Agent,
  loaded: Loaded,
  input: ValueInput,
  effects: Effects,
): Promise<ValueResult> {
  let rows = loaded;
  return untilQuiet(async (first) => {
    const number = rows.ticket?.number;
    if (!first && number !== undefined) rows = await read(scope, loadAgain(scope, actor, number));
    const { ticket } = rows;
    const held = rows.values.find(({ field }) => field.id === input.fieldId);
    if (!ticket || !held || !mayChange(actor, held)) throw notFound();
    if (actor.kind === 'contact' && !takesReply(ticket.category)) return { outcome: 'closed' };
    const answer = answerOf(scope, actor, rows, held, input);
    if (!answer.ok) return { outcome: 'fault', fault: answer.fault };
    const outcome = isSame(held.value, answer.value) ? 'unchanged' : sinceShown(held, answer.value, input.shown);
    if (outcome) return { outcome };
    return write(scope, actor, { ...rows, ticket }, { ...input, held, value: answer.value }, effects);
  });
}

function loadAgain(scope: TenantScope, actor: Contact | Agent, number: number) {
  return actor.kind === 'contact' ? loadPortalChange(scope, viewerOf(actor), number) : loadDeskChange(scope, number);
}

function mayChange(actor: Contact | Agent, { field }: FieldValue): boolean {
  return actor.kind === 'contact' ? isOpenToContacts(field) : !field.isRetired;
}

function answerOf(
  scope: TenantScope,
  actor: Contact | Agent,
  { colleagues }: Loaded,
  { field, value }: FieldValue,
  { typed, uploaded }: ValueInput,
) {
  const today = dayAt(scope.now, actor.zone ?? scope.tenant.zone);
  const read = readAnswer(field, typed, { today, people: colleagues, current: value });
  const isLost = read.ok && field.type === 'file' && chosenOf(uploaded, newFiles(value, read.value)) === null;
  return isLost ? lostFile : read;
}

const lostFile = { ok: false, fault: 'lost_file' } as const;

/** An id alone proves no right to a file: these must be the person's own uploads. */
function newFiles(from: AnswerValue | undefined, to: AnswerValue | undefined): readonly string[] {
  const held: readonly unknown[] = typeof from === 'object' ? from : [];
  return typeof to === 'object' ? to.filter((id) => !held.includes(id)) : [];
}

interface Writing extends ValueInput {
  readonly held: FieldValue;
  readonly value: AnswerValue | undefined;
}

async function write(
  scope: TenantScope,
  actor: Contact | Agent,
  { ticket, colleagues, people }: Loaded & { readonly ticket: NonNullable<Loaded['ticket']> },
  { held, value, key, draft, uploaded }: Writing,
  effects: Effects,
): Promise<ValueResult | null> {
  const { field } = held;
  const { locale } = scope.tenant;
  const named = [...colleagues, ...uploaded].map(({ id, name }) => [id, name]);
  const names: NamesById = { ...held.names, ...Object.fromEntries(named) };
  const words = eventWordsOf(translator(isLocale(locale) ? locale : 'en'), { ...held, names }, value);
  const event = { kind: 'field', field: { id: field.id, name: field.label }, ...words } as const;
  const change: Change = {
    events: [{ actor: { kind: actor.kind, id: actor.id }, event, open: field.access === 'none' ? null : event }],
    ...(actor.kind === 'contact' && { writes: [field.id] }),
  };
  const planned = planChange(scope, ticket, change);
  const values = value === undefined ? [] : [{ field, value }];
  // A press means the ticket as it stands: a page from the browser's memory may set the same form again, and back.
  const submission = {
    actor: `${actor.kind}:${actor.id}`,
    key: `${key}.${ticket.seq}`,
    bodyHash: await hashOf('value', ticket.id, field.id, JSON.stringify(value ?? null)),
    result: newId('event', scope.now),
  };
  const owner = { kind: actor.kind, id: actor.id };
  const ids = field.type === 'file' ? newFiles(held.value, value) : [];
  const done = await orLostFile(() =>
    commit(scope, submission, [
      ...planned.statements,
      clearValue(scope, ticket.id, field.id),
      ...insertValues(scope, ticket.id, ticket.accountId, values),
      ...attachTo(scope, { place: 'field', placeId: field.id, ticketId: ticket.id }, { owner, draft, ids }),
      ...(field.type === 'file' ? [releaseTaken(scope, ticket.id, field.id)] : []),
    ]),
  );
  if (!done) return { outcome: 'fault', fault: lostFile.fault };
  if (done.outcome === 'moved' || done.outcome === 'other_text') return null;
  if (done.outcome === 'repeated') return { outcome: 'unchanged' };
  const told = people.map(({ contactId }) => contactId);
  announce(effects, ticket, told, planned, []);
  return { outcome: 'done' };
}

/** Null: the page showed what the field holds, or does not say what it showed. */
function sinceShown(
  { field: { type }, value }: FieldValue,
  to: AnswerValue | undefined,
  shown: readonly string[] | undefined,
): 'unchanged' | 'stale' | null {
  if (shown === undefined) return null;
  const seen = typedAnswer(type, shown);
  if (!seen.ok) return 'stale';
  const isSeen = (other: AnswerValue | undefined) => isSame(plain(type, seen.value), plain(type, other));
  if (isSeen(to)) return 'unchanged';
  return isSeen(value) ? null : 'stale';
}

/** As a form would bring it; the order of choices is no matter. */
function plain(type: FieldType, value: AnswerValue | undefined): AnswerValue | undefined {
  if (typeof value === 'object') return value.toSorted();
  const read = typeof value === 'string' ? typedAnswer(type, [value]) : null;
  return read?.ok ? read.value : value;
}

/** A box that is not ticked is as good as none. */
function isSame(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  return JSON.stringify(a || null) === JSON.stringify(b || null) && (a === 0) === (b === 0);
}
