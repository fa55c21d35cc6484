import type { PublicEventData } from './event-data.ts';

export type Category = 'new' | 'open' | 'waiting' | 'solved' | 'closed';

/** A status of the tenant. Its category decides what it does; its words are the tenant's. */
export interface Status {
  readonly id: string;
  readonly category: Category;
  readonly label: string;
  readonly publicLabel: string;
}

/** What an agent chose beside the send button. */
export type AfterReply = 'waiting' | 'open' | 'solved';

/** Where a contact's reply leaves a ticket. A closed one takes none (`takesReply`). */
export function categoryAfterContactReply(category: Category): Category {
  return category === 'waiting' || category === 'solved' ? 'open' : category;
}

export function takesReply(category: Category): boolean {
  return category !== 'closed';
}

/** The requester may call it done while it is under way. */
export function maySolve(category: Category): boolean {
  return category !== 'solved' && category !== 'closed';
}

export function mayReopen(category: Category): boolean {
  return category === 'solved';
}

export function isDone(category: Category): boolean {
  return category === 'solved' || category === 'closed';
}

/** What contacts learn of a change of status; null when all they would see is the same words. */
export function publicChange(from: Status, to: Status): Extract<PublicEventData, { kind: 'status' }> | null {
  const label = to.publicLabel;
  if (to.category !== from.category) {
    if (to.category === 'solved' || to.category === 'closed') return { kind: 'status', change: to.category, label };
    if (isDone(from.category)) return { kind: 'status', change: 'reopened', label };
  }
  return from.publicLabel === label ? null : { kind: 'status', change: 'label', label };
}
