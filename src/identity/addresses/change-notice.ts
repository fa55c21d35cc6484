import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import type { OwedMail } from '#mail/owed-mail.ts';

/** Tells the address that is the main one now, though it may be so no more when the mail goes out (ASVS V6.3.7). */
export function changeNotice(
  scope: TenantScope,
  actor: Contact,
  kind: 'address_added' | 'address_removed' | 'address_main',
): OwedMail {
  return {
    id: newId('outbox', scope.now),
    kind,
    recipientKind: 'contact',
    recipientId: actor.id,
    ticketId: '',
    messageId: null,
    subjectId: actor.email,
  };
}
