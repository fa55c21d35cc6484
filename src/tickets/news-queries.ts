import { and, eq, ne, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { accounts } from '#db/schema/people.ts';
import { tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { build, named, one, rawRows } from '#db/statement.ts';
import { shownBy, shownNowTo } from '#db/ticket-sight.ts';

export interface NewsLimits {
  /** The newest requests of a workspace that are looked at. */
  readonly requests: number;
  /** The last used workspaces that are looked at. */
  readonly workspaces: number;
}

/** For each workspace, last used first, how many of the person's newest requests hold something that they have not seen. */
export function newsByWorkspace(scope: TenantScope, contactId: string, limits: NewsLimits) {
  const place = { role: sql`w.role`, membersSeeAll: sql`w.members_see_all` };
  const ticket = { tenantId: sql`t.tenant_id`, id: sql`t.id`, accountId: sql`t.account_id` };
  return rawRows(
    sql`select w.account_id as accountId, (select count(*) from
        (select p.ticket_id as id from ticket_people p indexed by ticket_people_all
          where p.tenant_id = w.tenant_id and p.contact_id = w.contact_id and p.account_id = w.account_id
          order by p.public_activity_at desc limit ${limits.requests}) n
        join tickets t on t.tenant_id = w.tenant_id and t.id = n.id
        left join read_marks r on r.tenant_id = w.tenant_id and r.contact_id = w.contact_id and r.ticket_id = n.id
        where t.public_seq > coalesce(r.public_seq, 0) and ${shownBy(place, ticket, sql`w.contact_id`, sql`1`)}
          and not (t.last_author_kind = 'contact' and t.last_author_id = w.contact_id)) as news
      from (select m.tenant_id, m.contact_id, m.account_id, m.role, a.members_see_all from memberships m
        join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
        where m.tenant_id = ${scope.tenant.id} and m.contact_id = ${contactId} and m.role <> 'none'
        order by m.last_seen_at desc limit ${limits.workspaces}) w`,
    (row) => ({ accountId: String(row['accountId']), news: Number(row['news']) }),
  );
}

/** The other account in which the person may see the request with this number, at this moment. */
export const accountElsewhere = prepared(
  (scope, contactId: Slot<string>, number: Slot<number>, accountId: Slot<string>) =>
    one(
      build
        .select(named({ accountId: accounts.id, name: accounts.name }))
        .from(tickets)
        .innerJoin(accounts, and(eq(accounts.tenantId, tickets.tenantId), eq(accounts.id, tickets.accountId)))
        .where(
          and(
            eq(tickets.tenantId, scope.tenant.id),
            eq(tickets.number, number),
            ne(tickets.accountId, accountId),
            shownNowTo(tickets, contactId),
          ),
        ),
    ),
);
