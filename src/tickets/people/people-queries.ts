import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { mapped, raw, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import { visibleTicketId } from '../access-queries.ts';
import { preparedForViewer } from '../prepared-for-viewer.ts';
import { type ParticipantPolicy, participantPolicies } from './people-rules.ts';

/** More than a request has: those who wrote may be many, and are not counted. */
const most = 100;
const colleaguesMost = 200;

/** What a tenant lets contacts do, and whether guests have a way in. */
export function participantRules(scope: TenantScope) {
  return mapped(
    rawRow(
      sql`select participants as policy, ticket_links as links from tenant_settings where tenant_id = ${scope.tenant.id}`,
      (row) => ({ policy: policyOf(row['policy']), hasLinks: row['links'] === 1 }),
    ),
    (rules): ParticipantRules => rules ?? { policy: 'nobody', hasLinks: false },
  );
}

export interface ParticipantRules {
  readonly policy: ParticipantPolicy;
  /** Mails carry links; without them a guest could not come in. */
  readonly hasLinks: boolean;
}

/** Everybody on the ticket of this number, who asked first. Callers have found the ticket through what their reader may see. */
export function everybodyOn(scope: TenantScope, number: number) {
  return rawRows(
    sql`select p.contact_id as contactId, p.part as part, p.guest as guest, p.called as called, p.added_by as addedBy,
        c.name as name, c.email as email, c.state = 'active' and m.role is not null as hasPlace
      from tickets t
      join ticket_people p on p.tenant_id = t.tenant_id and p.ticket_id = t.id
      join contacts c on c.tenant_id = p.tenant_id and c.id = p.contact_id
      left join memberships m on m.tenant_id = t.tenant_id and m.contact_id = p.contact_id
        and m.account_id = t.account_id and m.role <> 'none'
      where ${ofNumber(scope, number)} order by p.part desc, c.id limit ${most}`,
    (row) => ({
      contactId: String(row['contactId']),
      part: row['part'] === 'requester' ? ('requester' as const) : ('participant' as const),
      guest: textOrNull(row['guest']),
      called: String(row['called']),
      addedBy: textOrNull(row['addedBy']),
      name: String(row['name']),
      email: String(row['email']),
      hasPlace: row['hasPlace'] === 1,
    }),
  );
}

/** The same for a thread, which names them and no more, where the viewer may see it. */
export const peopleShown = preparedForViewer((scope, viewer, number: Slot<number>) =>
  rawRows(
    sql`select p.contact_id as contactId, p.part as part, p.guest is not null as isGuest, p.called as called,
        c.name as name, s.participants as policy
      from ticket_people p
      join tenant_settings s on s.tenant_id = p.tenant_id
      join contacts c on c.tenant_id = p.tenant_id and c.id = p.contact_id
      where p.tenant_id = ${scope.tenant.id} and p.ticket_id = (${visibleTicketId(scope, viewer, number)})
      order by p.part desc, c.id limit ${most}`,
    (row) => ({
      contactId: String(row['contactId']),
      part: row['part'] === 'requester' ? ('requester' as const) : ('participant' as const),
      isGuest: row['isGuest'] === 1,
      called: String(row['called']),
      name: String(row['name']),
      policy: policyOf(row['policy']),
    }),
  ),
);

/** People of the ticket's account who have access and are not on it yet. */
export function colleaguesOf(scope: TenantScope, number: number) {
  return rawRows(
    sql`select c.id as id, c.name as name, c.email as email from tickets t
      join memberships m on m.tenant_id = t.tenant_id and m.account_id = t.account_id and m.role in ('admin', 'member')
      join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id and c.state = 'active'
      where ${ofNumber(scope, number)} and not exists (select 1 from ticket_people p
        where p.tenant_id = t.tenant_id and p.ticket_id = t.id and p.contact_id = c.id)
      order by c.name = '', c.name collate nocase, c.id limit ${colleaguesMost}`,
    (row) => ({ id: String(row['id']), name: String(row['name']), email: String(row['email']) }),
  );
}

/** Whom somebody names: a contact by id, or whose address (normalized) this is. */
export type Named = { readonly id: string } | { readonly email: string };

/** That contact, and whether they have access to the ticket's account; null: nobody of the tenant. */
export function namedPerson(scope: TenantScope, number: number, person: Named) {
  const who =
    'id' in person
      ? sql`c.id = ${person.id}`
      : sql`c.id = (select d.contact_id from contact_addresses d where d.tenant_id = ${scope.tenant.id} and d.email = ${person.email})`;
  return rawRow(
    sql`select c.id as contactId, c.name as name, c.email as email, c.state = 'active' and ${hasPlace(sql`c.id`)} as hasPlace
      from tickets t join contacts c on c.tenant_id = t.tenant_id and ${who} where ${ofNumber(scope, number)}`,
    (row) => ({
      contactId: String(row['contactId']),
      name: String(row['name']),
      email: String(row['email']),
      hasPlace: row['hasPlace'] === 1,
    }),
  );
}

/** How somebody came to name them: agents always may name colleagues. */
export type NamedBy = 'address' | 'contact' | 'agent';

/**
 * A participant whom somebody put there; without a place in the account at this
 * moment, as the ticket's guest. Where that is not allowed any more `part`
 * becomes NULL, and the batch is rolled back.
 */
export function insertParticipant(
  scope: TenantScope,
  ticketId: string,
  it: {
    readonly contactId: string;
    readonly addedBy: string;
    readonly guest: string;
    readonly called: string;
    readonly named: NamedBy;
  },
) {
  const isGuest = sql`not ${hasPlace(sql`${it.contactId}`)}`;
  const isAllowed = {
    address: sql`s.participants = 'anyone' and s.ticket_links = 1`,
    contact: sql`s.participants <> 'nobody' and not ${isGuest}`,
    agent: sql`not ${isGuest}`,
  }[it.named];
  return raw(sql`insert into ticket_people
      (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at, guest, added_by, called)
    select t.tenant_id, t.id, ${it.contactId}, t.account_id, case when ${isAllowed} then 'participant' end,
      t.done, t.public_activity_at,
      case when ${isGuest} then ${it.guest} end, ${it.addedBy}, case when ${isGuest} then ${it.called} else '' end
    from tickets t join tenant_settings s on s.tenant_id = t.tenant_id
    where t.tenant_id = ${scope.tenant.id} and t.id = ${ticketId}`);
}

/** Takes a participant off; never who asked. */
export function deleteParticipant(scope: TenantScope, ticketId: string, contactId: string) {
  return raw(sql`delete from ticket_people where tenant_id = ${scope.tenant.id} and ticket_id = ${ticketId}
    and contact_id = ${contactId} and part = 'participant'`);
}

function hasPlace(contactId: SQL): SQL {
  return sql`exists (select 1 from memberships h where h.tenant_id = t.tenant_id and h.contact_id = ${contactId}
    and h.account_id = t.account_id and h.role <> 'none')`;
}

function ofNumber(scope: TenantScope, number: number): SQL {
  return sql`t.tenant_id = ${scope.tenant.id} and t.number = ${number}`;
}

function policyOf(value: SqlValue | undefined): ParticipantPolicy {
  return participantPolicies.find((policy) => policy === value) ?? 'nobody';
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
