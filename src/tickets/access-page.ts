import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Results } from '#db/statement.ts';
import { notFound } from '#lib/problem.ts';
import { factsMost, factsOfOne, factsOfPeople, factsOfRole, type PersonFacts } from './access-facts-queries.ts';
import { type AccessReason, accessReason } from './access-reason.ts';
import { deskTicket } from './desk-ticket-queries.ts';

export interface PersonAccess {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly reason: AccessReason;
}

/** Whom somebody asks about: a contact's id, or one of their addresses (normalized). */
export type AskedPerson = { readonly id: string } | { readonly email: string };

/** The statements of "who can see this ticket, and why"; `asked` null: nobody in particular. */
export function loadTicketAccess(scope: TenantScope, number: number, asked: AskedPerson | null) {
  return {
    ticket: deskTicket(scope, number),
    people: factsOfPeople(scope, number),
    admins: factsOfRole(scope, number, 'admin'),
    members: factsOfRole(scope, number, 'member'),
    // A ticket 0 is nobody's: then the statement finds no row.
    asked: mapped(factsOfOne(scope, asked === null ? 0 : number, asked ?? { id: '' }), ([row]) => row ?? null),
  };
}

type Rows = Results<ReturnType<typeof loadTicketAccess>>;

export interface TicketAccess {
  readonly ticket: NonNullable<Rows['ticket']>;
  /** Everybody who can see it, the requester first. */
  readonly seenBy: readonly PersonAccess[];
  /** On the ticket, and yet without access. */
  readonly lost: readonly PersonAccess[];
  /** There are more who see it by their role than are named. */
  readonly more: boolean;
  readonly asked: PersonAccess | null;
}

/** What the page says. Throws `not_found` where the tenant has no such ticket. */
export function ticketAccessOf(rows: Rows): TicketAccess {
  const { ticket, people, admins, members, asked } = rows;
  if (!ticket) throw notFound();
  const lists = [people, admins, members].map((list) => list.slice(0, factsMost));
  const all = new Map(lists.flat().map((facts) => [facts.id, accessOf(facts)]));
  const everybody = [...all.values()];
  return {
    ticket,
    seenBy: everybody.filter(({ reason }) => reason.sees),
    lost: everybody.filter(({ reason }) => !reason.sees),
    more: [people, admins, members].some((list) => list.length > factsMost),
    asked: asked && accessOf(asked),
  };
}

function accessOf(facts: PersonFacts): PersonAccess {
  const { id, name, email } = facts;
  return { id, name, email, reason: accessReason(facts) };
}
