import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { loadPerson, type Person, type PersonRows } from '#identity/accounts/load-person.ts';
import type { Agent } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { manages } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { ViewCounts } from '../desk-shell.tsx';
import { accountIdOf, contactIdOf } from './account-address.ts';

/** Who asks, and the person that the address names, in its account. */
export interface AtPerson {
  readonly actor: Agent;
  readonly rows: Omit<PersonRows, 'account' | 'person'> & { readonly counts: ViewCounts };
  readonly account: NonNullable<PersonRows['account']>;
  readonly person: Person;
  /** Their place in the account; null for somebody who has left it, or writes on its tickets without one. */
  readonly place: PersonRows['places'][number] | null;
  readonly mayChange: boolean;
}

/** For every agent; 404 where the tenant has no such person or account, or they have nothing to do with each other. */
export async function visitPerson(c: AppContext): Promise<AtPerson> {
  const [accountId, contactId] = [accountIdOf(c), contactIdOf(c)];
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadPerson(scope, accountId, contactId),
  }));
  const { account, person } = rows;
  // What is done here comes into the account's history, which its own people read.
  if (!account || !person || !rows.isKnown) throw notFound();
  const place = rows.places.find((one) => one.accountId === accountId) ?? null;
  return { actor, rows, account, person, place, mayChange: manages(actor.role) };
}

/** The same for what changes something: 404 for agents who may not. */
export async function visitPersonToChange(c: AppContext): Promise<AtPerson> {
  const at = await visitPerson(c);
  if (!at.mayChange) throw notFound();
  return at;
}
