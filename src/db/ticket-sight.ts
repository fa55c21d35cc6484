import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Sight } from '#lib/actor.ts';
import { isGuestOf } from './guest-standing.ts';
import type { Given } from './slot.ts';

// Who may see a ticket. Every door asks by what stands here; lists that walk an
// index of somebody's own tickets, and the counts that triggers keep, only lead
// to rows that are asked again. Why somebody sees it is said in words by
// tickets/access-reason.ts.

type Part = SQLWrapper | string;

/** A row of `tickets`, by the names that its columns have in the statement. */
export interface TicketRow {
  readonly tenantId: Part;
  readonly id: Part;
  readonly accountId: Part;
}

/** A person's place in an account: their membership's role (NULL where there is none), and the account's own word. */
export interface Place {
  readonly role: Part;
  readonly membersSeeAll: Part;
}

/** Whose eyes a statement reads with: a claim's ids, or a confirmed contact's. */
export interface Eyes {
  readonly contactId: Given<string>;
  readonly accountId: Given<string>;
  readonly sees: Sight;
}

/** What a place shows of its account's tickets; NULL: nothing. */
export function sightOf({ role, membersSeeAll }: Place): SQL<Sight | null> {
  return sql`(case when ${role} = 'admin' or (${role} = 'member' and ${membersSeeAll} = 1) then 'account'
    when ${role} = 'member' then 'own' end)`;
}

/**
 * Whether these eyes see the ticket: of their account, and where they see only
 * their own, what they opened or take part in. `on`: a statement that comes from
 * `ticket_people` knows who is on a ticket, and need not look again.
 */
export function seenBy(ticket: TicketRow, { contactId, accountId, sees }: Eyes, on = isOn(ticket, contactId)): SQL {
  const ofAccount = sql`${ticket.accountId} = ${accountId}`;
  return sees === 'account' ? ofAccount : sql`${ofAccount} and ${on}`;
}

/** Whether a place in the ticket's account shows its person this ticket. */
export function shownBy(place: Place, ticket: TicketRow, contactId: Part, on = isOn(ticket, contactId)): SQL {
  const sight = sightOf(place);
  return sql`(${sight} is 'account' or (${sight} is 'own' and ${on}))`;
}

/** The same for who takes part: a guest of the ticket may too, though no list and no session of theirs shows it. */
export function openTo(place: Place, ticket: TicketRow, contactId: Part, on = isOn(ticket, contactId)): SQL {
  return sql`(${shownBy(place, ticket, contactId, on)} or ${isGuestOf(ticket, contactId)})`;
}

/** `shownBy` as the database has it at this moment, whatever a session said a trip ago: for what writes. */
export function shownNowTo(ticket: TicketRow, contactId: Part): SQL {
  return now(ticket, contactId, shownBy(livePlace, ticket, sql`who.id`));
}

/** `openTo` at this moment. */
export function openNowTo(ticket: TicketRow, contactId: Part): SQL {
  return now(ticket, contactId, openTo(livePlace, ticket, sql`who.id`));
}

const livePlace: Place = { role: sql`place.role`, membersSeeAll: sql`home.members_see_all` };

function now(ticket: TicketRow, contactId: Part, sees: SQL): SQL {
  return sql`exists (select 1 from contacts who
    join accounts home on home.tenant_id = who.tenant_id and home.id = ${ticket.accountId}
    left join memberships place on place.tenant_id = who.tenant_id and place.contact_id = who.id
      and place.account_id = home.id
    where who.tenant_id = ${ticket.tenantId} and who.id = ${contactId} and who.state = 'active' and ${sees})`;
}

function isOn(ticket: TicketRow, contactId: Part): SQL {
  return sql`exists (select 1 from ticket_people on_it where on_it.tenant_id = ${ticket.tenantId}
    and on_it.ticket_id = ${ticket.id} and on_it.contact_id = ${contactId})`;
}
