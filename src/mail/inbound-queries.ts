import { and, eq, sql } from 'drizzle-orm';
import type { inboundOutcomes } from '#db/schema/mail.ts';
import { inboundMail } from '#db/schema/mail.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, one, raw, write } from '#db/statement.ts';

/** What became of a mail; `reason` is a code, `''` where there is nothing to say. */
export interface InboundEnd {
  readonly outcome: (typeof inboundOutcomes)[number];
  readonly reason: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
}

/** Notes that a mail has come, once for all its deliveries. */
export function noteArrival(scope: TenantScope, dedupeKey: string, rawKey: string) {
  return raw(sql`insert into inbound_mail (tenant_id, dedupe_key, raw_key, outcome, reason, received_at)
    values (${scope.tenant.id}, ${dedupeKey}, ${rawKey}, 'received', '', ${scope.now})
    on conflict (tenant_id, dedupe_key) do nothing`);
}

export function inboundOf(scope: TenantScope, dedupeKey: string) {
  return one(
    build
      .select(named({ outcome: inboundMail.outcome, reason: inboundMail.reason }))
      .from(inboundMail)
      .where(and(eq(inboundMail.tenantId, scope.tenant.id), eq(inboundMail.dedupeKey, dedupeKey))),
  );
}

export function endInbound(scope: TenantScope, dedupeKey: string, end: InboundEnd) {
  return write(
    build
      .update(inboundMail)
      .set(end)
      .where(and(eq(inboundMail.tenantId, scope.tenant.id), eq(inboundMail.dedupeKey, dedupeKey))),
  );
}
