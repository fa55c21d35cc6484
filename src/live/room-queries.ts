import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { rawRows, type Statement } from '#db/statement.ts';
import { shownBy, sightOf } from '#db/ticket-sight.ts';
import type { Topic } from '#lib/effects.ts';
import type { Audience, Seat } from './seat.ts';

/** A room's right to ask: the tenant and database that the Worker handed over with its seats. */
export interface RoomScope {
  readonly db: Database;
  readonly tenantId: string;
  readonly now: number;
}

/**
 * Indexes of those seats whose session lives and whose person may still see the
 * topic: the same conditions under which a page would open for them now.
 */
export function liveSeats(
  scope: RoomScope,
  topic: Topic,
  audience: Audience,
  seats: readonly Seat[],
): Statement<readonly number[]> {
  const asked = JSON.stringify(
    seats.map(({ sessionHash, host, personId, accountId, rights }) => [sessionHash, host, personId, accountId, rights]),
  );
  // CROSS JOIN holds SQLite to this order: one look-up by key for each seat.
  return rawRows(
    sql`select asked.key as seat from json_each(${asked}) asked
      cross join sessions s on s.tenant_id = ${scope.tenantId} and s.secret_hash = asked.value ->> 0
        and s.host = asked.value ->> 1 and s.subject_id = asked.value ->> 2 and s.kind = ${audience}
        and s.ended_at is null and s.expires_at > ${scope.now} and s.idle_expires_at > ${scope.now}
      cross join tenant_settings t on t.tenant_id = s.tenant_id and t.status = 'active'
      ${audience === 'agent' ? agentMaySee : contactMaySee(topic)}`,
    (row) => Number(row.seat),
  );
}

const agentMaySee = sql`cross join agents a on a.tenant_id = s.tenant_id and a.id = s.subject_id
  and a.state = 'active' and a.role = asked.value ->> 4
  and s.second_factor <> 'owed' and (t.second_factor_required = 0 or s.second_factor = 'passed')`;

function contactMaySee(topic: Topic): SQL {
  const place = { role: sql`m.role`, membersSeeAll: sql`o.members_see_all` };
  const ticket = { tenantId: sql`k.tenant_id`, id: sql`k.id`, accountId: sql`k.account_id` };
  const membership = sql`cross join contacts c on c.tenant_id = s.tenant_id and c.id = s.subject_id and c.state = 'active'
    cross join memberships m on m.tenant_id = s.tenant_id and m.contact_id = c.id and m.account_id = s.account_id
      and m.account_id = asked.value ->> 3
    cross join accounts o on o.tenant_id = m.tenant_id and o.id = m.account_id
      and ${sightOf(place)} = asked.value ->> 4`;
  switch (topic.kind) {
    case 'ticket':
      return sql`${membership}
        cross join tickets k on k.tenant_id = s.tenant_id and k.id = ${topic.ticketId} and k.account_id = m.account_id
        where ${shownBy(place, ticket, sql`c.id`)}`;
    case 'account':
      return sql`${membership} where m.account_id = ${topic.accountId}`;
    case 'desk':
      return sql`${membership} where 0`;
  }
}
