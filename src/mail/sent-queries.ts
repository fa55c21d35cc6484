import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { sentColumns, sentRowOf } from '#db/sent-with.ts';
import { rawRow } from '#db/statement.ts';
import type { Claimed } from './outbox-queries.ts';

/** What a new request was sent with, for the holder of the claim on a mail that tells of it; null for all other mail. */
export function claimedAnswers(scope: TenantScope, { outboxId, claim }: Claimed) {
  return rawRow(
    sql`select ${sentColumns({ tenantId: sql`ta.tenant_id`, ticketId: sql`ta.ticket_id` })}
    from outbox o
    join ticket_answers ta on ta.tenant_id = o.tenant_id and ta.ticket_id = o.ticket_id
    join form_versions v on v.tenant_id = ta.tenant_id and v.form_id = ta.form_id and v.version = ta.version
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'
      and o.kind in ('request_received', 'agent_new_request')`,
    sentRowOf,
  );
}
