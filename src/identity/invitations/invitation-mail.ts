import type { TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import type { OwedMail } from '#mail/owed-mail.ts';

/** The mail that a sending owes. The courier finds address and token when it sends. */
export function invitationMail(
  scope: TenantScope,
  { id, accountId }: { readonly id: string; readonly accountId: string | null },
): OwedMail {
  return {
    id: newId('outbox', scope.now),
    kind: accountId === null ? 'agent_invitation' : 'invitation',
    recipientKind: 'invitation',
    recipientId: id,
    ticketId: '',
    messageId: null,
    subjectId: id,
  };
}
