import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { Given, Slot } from '#db/slot.ts';
import { hasRow, raw, rawRow, rawRows } from '#db/statement.ts';
import { openTo, sightOf } from '#db/ticket-sight.ts';

const most = 500;

/** What a link is for, and all that may keep it from opening; null for one that was never sent. */
export function ticketLinkState(scope: TenantScope, hash: string) {
  const place = { role: sql`m.role`, membersSeeAll: sql`a.members_see_all` };
  const ticket = { tenantId: sql`t.tenant_id`, id: sql`t.id`, accountId: sql`t.account_id` };
  return rawRow(
    sql`select l.contact_id as contactId, l.ticket_id as ticketId, t.account_id as accountId, t.number as number,
        l.expires_at as expiresAt, l.revoked_at is null and s.ticket_links = 1 as isOn,
        c.state = 'active' as isActive, ${sightOf(place)} as sees, ${openTo(place, ticket, sql`c.id`)} as isOpen
      from ticket_links l
      join tenant_settings s on s.tenant_id = l.tenant_id
      join tickets t on t.tenant_id = l.tenant_id and t.id = l.ticket_id
      join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
      join contacts c on c.tenant_id = l.tenant_id and c.id = l.contact_id
      left join memberships m on m.tenant_id = l.tenant_id and m.contact_id = l.contact_id and m.account_id = t.account_id
      where l.tenant_id = ${scope.tenant.id} and l.hash = ${hash}`,
    (row) => ({
      contactId: String(row['contactId']),
      ticketId: String(row['ticketId']),
      accountId: String(row['accountId']),
      ticketNumber: Number(row['number']),
      expiresAt: Number(row['expiresAt']),
      isOn: row['isOn'] === 1,
      isActive: row['isActive'] === 1,
      /** By their place; null: without one they come in as its guest, if at all. */
      sees: row['sees'] === null ? null : row['sees'] === 'account' ? ('account' as const) : ('own' as const),
      /** They may see the ticket. */
      isOpen: row['isOpen'] === 1,
    }),
  );
}

/** Who has links that open this ticket now, and how many. */
export function liveLinksOf(scope: TenantScope, number: number) {
  return rawRows(
    sql`select c.name as name, c.email as email, count(*) as links
      from ticket_links l join contacts c on c.tenant_id = l.tenant_id and c.id = l.contact_id
      join tenant_settings s on s.tenant_id = l.tenant_id and s.ticket_links = 1
      where ${ofTicket(scope, idOf(scope, number))} and ${isLive(scope)} group by c.id order by c.email limit ${most}`,
    (row) => ({ name: String(row['name']), email: String(row['email']), links: Number(row['links']) }),
  );
}

/** Whether this contact has links that open the ticket now. */
export const hasLiveLinks = prepared((scope, contactId: Slot<string>, number: Slot<number>) =>
  hasRow(sql`select 1 as n from ticket_links l join tenant_settings s on s.tenant_id = l.tenant_id and s.ticket_links = 1
      where l.tenant_id = ${scope.tenant.id} and l.contact_id = ${contactId} and l.ticket_id = ${idOf(scope, number)}
        and ${isLive(scope)} limit 1`),
);

/** Revokes the links that one contact, or (null) everybody, has to a ticket. */
export function revokeLinks(scope: TenantScope, ticketId: string, contactId: string | null) {
  const whose =
    contactId === null
      ? ofTicket(scope, sql`${ticketId}`)
      : sql`l.tenant_id = ${scope.tenant.id} and l.contact_id = ${contactId} and l.ticket_id = ${ticketId}`;
  return raw(sql`update ticket_links as l set revoked_at = ${scope.now} where ${whose} and ${isLive(scope)}`);
}

function idOf(scope: GivenScope, number: Given<number>): SQL {
  return sql`(select id from tickets where tenant_id = ${scope.tenant.id} and number = ${number})`;
}

function isLive({ now }: GivenScope): SQL {
  return sql`l.revoked_at is null and l.expires_at > ${now}`;
}

/** Found by the contacts who were ever mailed about the ticket: the index of the links leads with them. */
function ofTicket(scope: TenantScope, ticketId: SQL): SQL {
  return sql`l.tenant_id = ${scope.tenant.id} and l.ticket_id = ${ticketId} and l.contact_id in (
    select o.recipient_id from outbox o where o.tenant_id = ${scope.tenant.id} and o.ticket_id = ${ticketId}
    and o.recipient_kind = 'contact')`;
}
