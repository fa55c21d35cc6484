import { sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { raw, rawRows } from '#db/statement.ts';
import type { Seat } from './seat.ts';

/** More seats than anybody has; keeps every list and walk bounded. */
const most = 50;

/** An address's seats, last used first: at tenants that are not suspended, or at all. */
export function seatsOf(_scope: DirectoryScope, email: string, which: 'active' | 'all' = 'active') {
  return rawRows(
    sql`select s.tenant_id as tenantId, s.agent_id as agentId, t.name as tenantName, t.slug as slug, s.last_used_at as lastUsedAt
      from seats s join tenants t on t.id = s.tenant_id and (t.status = 'active' or ${which} = 'all')
      where s.email = ${email}
      order by s.last_used_at is null, s.last_used_at desc, s.created_at, s.tenant_id limit ${most}`,
    (row): Seat => ({
      tenantId: String(row['tenantId']),
      agentId: String(row['agentId']),
      tenantName: String(row['tenantName']),
      slug: String(row['slug']),
      lastUsedAt: row['lastUsedAt'] === null ? null : Number(row['lastUsedAt']),
    }),
  );
}

export function markSeatUsed(scope: DirectoryScope, email: string, tenantId: string) {
  return raw(sql`update seats set last_used_at = ${scope.now} where email = ${email} and tenant_id = ${tenantId}`);
}

export function putSeat(scope: DirectoryScope, seat: { email: string; tenantId: string; agentId: string }) {
  return raw(sql`insert into seats (email, tenant_id, agent_id, created_at)
    values (${seat.email}, ${seat.tenantId}, ${seat.agentId}, ${scope.now})
    on conflict (email, tenant_id) do update set agent_id = excluded.agent_id`);
}

export function deleteSeat(_scope: DirectoryScope, email: string, tenantId: string) {
  return raw(sql`delete from seats where email = ${email} and tenant_id = ${tenantId}`);
}
