import type { ContactRole } from '#lib/actor.ts';

/** What decides whether a contact may see one ticket. */
export interface AccessFacts {
  readonly state: 'active' | 'disabled';
  /** In the ticket's account; null: no place there. */
  readonly role: ContactRole | 'none' | null;
  /** Of the ticket's account. */
  readonly membersSeeAll: boolean;
  /** Their part in the ticket. */
  readonly part: 'requester' | 'participant' | null;
  /** Let in by address, to this ticket alone, while the tenant has guests (db/guest-standing.ts). */
  readonly isGuest: boolean;
}

export const grants = ['admin', 'requester', 'participant', 'sight', 'guest'] as const;
export const refusals = ['disabled', 'elsewhere', 'none', 'apart'] as const;

export type AccessReason =
  | { readonly sees: true; readonly because: (typeof grants)[number] }
  | { readonly sees: false; readonly because: (typeof refusals)[number] };

/**
 * Why a contact may see a ticket, or why not: the rule of db/ticket-sight.ts in
 * words. Of several grounds one is named: the role before the part, and the part
 * before what all members of the account may see.
 */
export function accessReason({ state, role, membersSeeAll, part, isGuest }: AccessFacts): AccessReason {
  if (state === 'disabled') return { sees: false, because: 'disabled' };
  if (isGuest && (role === null || role === 'none')) return { sees: true, because: 'guest' };
  if (role === null) return { sees: false, because: 'elsewhere' };
  if (role === 'none') return { sees: false, because: 'none' };
  if (role === 'admin') return { sees: true, because: 'admin' };
  if (part !== null) return { sees: true, because: part };
  return membersSeeAll ? { sees: true, because: 'sight' } : { sees: false, because: 'apart' };
}

/** What a contact sees in one of their accounts. */
export function sightReason({
  state,
  role,
  membersSeeAll,
}: Omit<AccessFacts, 'part' | 'isGuest'>): 'disabled' | 'none' | 'admin' | 'sight' | 'own' {
  if (state === 'disabled') return 'disabled';
  if (role === null || role === 'none') return 'none';
  if (role === 'admin') return 'admin';
  return membersSeeAll ? 'sight' : 'own';
}
