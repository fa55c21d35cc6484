import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, type Statement } from '#db/statement.ts';
import type { OwedMail } from './owed-mail.ts';

/** Outbox rows for all of these at once: one statement however many recipients (D1 binds 100 values). */
export function insertOwed(
  scope: TenantScope,
  mails: readonly OwedMail[],
  when: 'always' | 'if-changed' = 'always',
): Statement<number> {
  return raw(sql`insert into outbox
    (tenant_id, id, kind, recipient_kind, recipient_id, ticket_id, message_id, subject_id, state, due_at,
     attempts, created_at)
    select ${scope.tenant.id}, value ->> 'id', value ->> 'kind', value ->> 'recipientKind', value ->> 'recipientId',
      value ->> 'ticketId', value ->> 'messageId', value ->> 'subjectId', 'owed', ${scope.now}, 0, ${scope.now}
    from json_each(${JSON.stringify(mails)}) where ${when === 'always' ? sql`true` : sql`changes() > 0`}`);
}

/** Gives up what is owed to one contact about a ticket; what is on its way goes out. */
export function dropOwed(scope: TenantScope, ticketId: string, contactId: string) {
  return raw(sql`update outbox set state = 'cancelled', error = 'taken_off'
    where tenant_id = ${scope.tenant.id} and ticket_id = ${ticketId} and recipient_kind = 'contact'
      and recipient_id = ${contactId} and state = 'owed'`);
}
