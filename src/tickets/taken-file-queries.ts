import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

/**
 * Lets go of files that were taken out of a ticket's field; after its new value.
 * A file is there for as long as something shows it: what the request was sent
 * with stays, for its answers name it. The others are nobody's, as if never sent
 * and long ago, and the next sweep takes them (attachments/sweep-unsent.ts).
 */
export function releaseTaken(scope: TenantScope, ticketId: string, fieldId: string) {
  const { id: tenantId } = scope.tenant;
  return raw(sql`update attachments set owner_id = '', draft = '', ticket_id = null, place = null, place_id = null,
      attached_at = null, created_at = 0
    where tenant_id = ${tenantId} and ticket_id = ${ticketId} and place = 'field' and place_id = ${fieldId}
      and not exists (select 1 from ticket_field_values v where v.tenant_id = ${tenantId}
        and v.ticket_id = ${ticketId} and v.field_id = ${fieldId} and v.value ->> '$' = attachments.id)
      and not exists (select 1 from ticket_answers ta, json_tree(ta.answers) j where ta.tenant_id = ${tenantId}
        and ta.ticket_id = ${ticketId} and j.type = 'text' and j.atom = attachments.id)`);
}
