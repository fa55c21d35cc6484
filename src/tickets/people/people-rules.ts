/** Whom a contact may put on a request (tenant_settings.participants). */
export const participantPolicies = ['nobody', 'colleagues', 'anyone'] as const;
export type ParticipantPolicy = (typeof participantPolicies)[number];

/** People on one request, who asked included. */
export const peopleMost = 20;

/** Who is on a request, as rules ask. */
export interface OnTicket {
  readonly contactId: string;
  readonly part: 'requester' | 'participant';
  readonly addedBy: string | null;
}

/** Who takes somebody off: agents, or a contact by what they are there. */
export type Remover =
  | { readonly kind: 'agent' }
  | { readonly kind: 'contact'; readonly id: string; readonly role: 'admin' | 'member' };

/**
 * Whether somebody may be taken off: by themselves, who asked, the account's
 * admins, whoever put them there, and agents. Who asked stays.
 */
export function mayRemove(by: Remover, person: OnTicket, requesterId: string): boolean {
  if (person.part === 'requester' || person.contactId === requesterId) return false;
  if (by.kind === 'agent' || by.role === 'admin') return true;
  return [person.contactId, requesterId, person.addedBy].includes(by.id);
}
