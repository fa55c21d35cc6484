import { type SQL, sql } from 'drizzle-orm';
import { isGuestOf } from '#db/guest-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows, type SqlValue } from '#db/statement.ts';
import { sightOf } from '#db/ticket-sight.ts';
import type { AccessFacts } from './access-reason.ts';

/** People of one kind are named up to here. */
export const factsMost = 50;

export interface PersonFacts extends AccessFacts {
  readonly id: string;
  /** Empty until they have said it. */
  readonly name: string;
  readonly email: string;
}

/** Those who opened the ticket or take part in it, with or without access. */
export function factsOfPeople(scope: TenantScope, number: number) {
  return rawRows(
    sql`select ${columns} from tickets t ${itsAccount}
      join ticket_people p on p.tenant_id = t.tenant_id and p.ticket_id = t.id
      join contacts c on c.tenant_id = p.tenant_id and c.id = p.contact_id
      left join memberships m on m.tenant_id = t.tenant_id and m.contact_id = c.id and m.account_id = t.account_id
      where ${ofNumber(scope, number)} order by p.part desc, c.id limit ${factsMost + 1}`,
    factsOf,
  );
}

/** The account's people of a role; members only where they see all of the account. */
export function factsOfRole(scope: TenantScope, number: number, role: 'admin' | 'member') {
  return rawRows(
    sql`select ${columns} from tickets t ${itsAccount}
      join memberships m on m.tenant_id = t.tenant_id and m.account_id = t.account_id and m.role = ${role}
      join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
      left join ticket_people p on p.tenant_id = t.tenant_id and p.ticket_id = t.id and p.contact_id = c.id
      where ${ofNumber(scope, number)} and c.state = 'active'
        and ${sightOf({ role: sql`m.role`, membersSeeAll: sql`a.members_see_all` })} = 'account'
      order by c.id limit ${factsMost + 1}`,
    factsOf,
  );
}

/** One contact of the tenant, by id or by one of their addresses (normalized), and the ticket. */
export function factsOfOne(scope: TenantScope, number: number, person: { id: string } | { email: string }) {
  const which =
    'id' in person
      ? sql`c.id = ${person.id}`
      : sql`c.id = (select d.contact_id from contact_addresses d where d.tenant_id = ${scope.tenant.id} and d.email = ${person.email})`;
  return rawRows(
    sql`select ${columns} from tickets t ${itsAccount}
      join contacts c on c.tenant_id = t.tenant_id and ${which}
      left join memberships m on m.tenant_id = t.tenant_id and m.contact_id = c.id and m.account_id = t.account_id
      left join ticket_people p on p.tenant_id = t.tenant_id and p.ticket_id = t.id and p.contact_id = c.id
      where ${ofNumber(scope, number)}`,
    factsOf,
  );
}

const columns = sql`c.id as id, c.name as name, c.email as email, c.state as state, m.role as role,
  a.members_see_all as membersSeeAll, p.part as part,
  ${isGuestOf({ tenantId: sql`t.tenant_id`, id: sql`t.id` }, sql`c.id`)} as isGuest`;

const itsAccount = sql`join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id`;

function ofNumber(scope: TenantScope, number: number): SQL {
  return sql`t.tenant_id = ${scope.tenant.id} and t.number = ${number}`;
}

function factsOf(row: Readonly<Record<string, SqlValue>>): PersonFacts {
  const { role, part } = row;
  return {
    id: String(row['id']),
    name: String(row['name']),
    email: String(row['email']),
    state: row['state'] === 'active' ? 'active' : 'disabled',
    role: role === 'admin' || role === 'member' || role === 'none' ? role : null,
    membersSeeAll: row['membersSeeAll'] === 1,
    part: part === 'requester' || part === 'participant' ? part : null,
    isGuest: row['isGuest'] === 1,
  };
}
