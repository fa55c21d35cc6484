import type { ContactRole } from '#lib/actor.ts';
import type { RefusalReason } from './reasons.ts';
import type { TokenPerson } from './token-person.ts';

export interface KnownContact {
  readonly id: string;
  readonly isDisabled: boolean;
  readonly isNameless: boolean;
  /** What the token's issuer calls them already. */
  readonly subject: string | null;
}

export interface PersonFacts {
  readonly bySubject: KnownContact | null;
  readonly byEmail: KnownContact | null;
  readonly places: readonly {
    readonly contactId: string;
    readonly accountId: string;
    readonly role: ContactRole | 'none';
  }[];
  /** The account of `account_external_id`. */
  readonly account: string | null;
  readonly domain: { readonly accountId: string; readonly role: ContactRole } | null;
  readonly removedFrom: readonly string[];
}

export interface ArrivalPlan {
  /** Null: a new contact. */
  readonly contact: KnownContact | null;
  /** Where the person goes. `new`: an account that the token names and nobody knows. */
  readonly account: { readonly kind: 'known'; readonly id: string } | { readonly kind: 'new' } | null;
  /** What they become there; null: they have a place already, or go to none in particular. */
  readonly joinsAs: ContactRole | null;
  /** The token says another role than the one they have. */
  readonly newRole: ContactRole | null;
  readonly linksSubject: boolean;
}

export type Planned =
  | { readonly ok: true; readonly plan: ArrivalPlan }
  | { readonly ok: false; readonly reason: RefusalReason; readonly contactId: string | null };

export type Creates = 'nothing' | 'contacts' | 'accounts';

/**
 * Who comes in, and where. The subject says who; the address only where the
 * subject is new, and not when this issuer knows that address's contact under
 * another subject: an address can pass to somebody else (CVE-2026-84458).
 */
export function planArrival(person: TokenPerson, facts: PersonFacts, creates: Creates): Planned {
  const contact = facts.bySubject ?? facts.byEmail;
  const refuse = (reason: RefusalReason): Planned => ({ ok: false, reason, contactId: contact?.id ?? null });
  if (contact === null && creates === 'nothing') return refuse('unknown_person');
  if (contact?.isDisabled) return refuse('person_disabled');
  const linksSubject = person.subject !== null && facts.bySubject === null;
  if (contact && linksSubject && contact.subject !== null) return refuse('subject_taken');
  const goal = goalOf(person, facts, creates, contact);
  if ('reason' in goal) return refuse(goal.reason);
  return { ok: true, plan: { contact, linksSubject, ...goal } };
}

type Goal = Pick<ArrivalPlan, 'account' | 'joinsAs' | 'newRole'>;
type NoGoal = { readonly reason: RefusalReason };

function goalOf(
  person: TokenPerson,
  facts: PersonFacts,
  creates: Creates,
  contact: KnownContact | null,
): Goal | NoGoal {
  if (person.accountExternalId !== null && facts.account === null) {
    if (creates !== 'accounts') return { reason: 'unknown_account' };
    return { account: { kind: 'new' }, joinsAs: person.role ?? 'member', newRole: null };
  }
  if (facts.account !== null) return goalIn(facts.account, person.role, person, facts, creates, contact);
  const mayEnter = facts.places.some(({ contactId, role }) => contactId === contact?.id && role !== 'none');
  if (mayEnter) return { account: null, joinsAs: null, newRole: null };
  // A domain leads to an account only where somebody confirmed it for that account.
  if (facts.domain && creates !== 'nothing')
    return goalIn(facts.domain.accountId, person.role ?? facts.domain.role, person, facts, creates, contact);
  return { reason: contact ? 'no_workspace' : 'no_account' };
}

function goalIn(
  id: string,
  role: ContactRole | null,
  person: TokenPerson,
  { places, removedFrom }: PersonFacts,
  creates: Creates,
  contact: KnownContact | null,
): Goal | NoGoal {
  const account = { kind: 'known', id } as const;
  const place = places.find(({ contactId, accountId }) => contactId === contact?.id && accountId === id);
  if (place?.role === 'none') return { reason: 'access_removed' };
  if (place) {
    const newRole = person.role !== null && person.role !== place.role ? person.role : null;
    return { account, joinsAs: null, newRole };
  }
  if (creates === 'nothing') return { reason: 'not_a_member' };
  if (contact && removedFrom.includes(id)) return { reason: 'access_removed' };
  return { account, joinsAs: role ?? 'member', newRole: null };
}
