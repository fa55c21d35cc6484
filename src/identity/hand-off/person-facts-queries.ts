import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import { memberRoleOf } from '#lib/roles.ts';
import type { TokenPerson } from './token-person.ts';

// What is known of the person that a token names. Asked only after its signature was found right.

/** The contact of a subject of this issuer. */
export function contactOfSubject(scope: TenantScope, person: TokenPerson) {
  return rawRow(
    sql`select ${contactColumns}, s.subject as subject from contact_subjects s
        join contacts p on p.tenant_id = s.tenant_id and p.id = s.contact_id
        where s.tenant_id = ${scope.tenant.id} and s.issuer = ${person.issuer} and s.subject = ${person.subject}`,
    contactOf,
  );
}

/** The contact of an address, with a subject of this issuer that they are known by already. */
export function contactOfEmail(scope: TenantScope, person: TokenPerson) {
  return rawRow(
    sql`select ${contactColumns}, (select s.subject from contact_subjects s
          where s.tenant_id = p.tenant_id and s.contact_id = p.id and s.issuer = ${person.issuer} limit 1) as subject
        from contact_addresses a
        join contacts p on p.tenant_id = a.tenant_id and p.id = a.contact_id
        where a.tenant_id = ${scope.tenant.id} and a.email = ${person.email}`,
    contactOf,
  );
}

/** The places of whoever the two above may find. */
export function placesOf(scope: TenantScope, person: TokenPerson) {
  return rawRows(
    sql`select contact_id as contactId, account_id as accountId, role from memberships
      where tenant_id = ${scope.tenant.id} and contact_id in (${candidates(scope, person)}) limit 500`,
    (row) => ({
      contactId: String(row['contactId']),
      accountId: String(row['accountId']),
      role: memberRoleOf(row['role']),
    }),
  );
}

export function accountOfExternalId(scope: TenantScope, externalId: string | null) {
  return rawRow(
    sql`select id from accounts where tenant_id = ${scope.tenant.id} and external_id = ${externalId}`,
    (row) => String(row['id']),
  );
}

/** The account for which the address's domain was confirmed, and what its newcomers become there. */
export function accountOfConfirmedDomain(scope: TenantScope, email: string) {
  return rawRow(
    sql`select account_id as accountId, role from account_domains
        where tenant_id = ${scope.tenant.id} and domain = ${email.slice(email.lastIndexOf('@') + 1)}
          and confirmed_at is not null`,
    (row) => ({
      accountId: String(row['accountId']),
      role: row['role'] === 'admin' ? ('admin' as const) : ('member' as const),
    }),
  );
}

/** Accounts that somebody took one of them out of; a token does not bring them back. */
export function accountsRemovedFrom(scope: TenantScope, person: TokenPerson) {
  return rawRows(
    sql`select account_id as accountId from audit_entries
      where tenant_id = ${scope.tenant.id} and subject_id in (${candidates(scope, person)})
        and action = 'membership.removed' and account_id is not null
      order by id desc limit 50`,
    (row) => String(row['accountId']),
  );
}

/** Whether a token of this issuer with this id was used. */
export function wasUsed(scope: TenantScope, issuer: string, jtiHash: string) {
  return hasRow(sql`select 1 as n from handoff_uses
    where tenant_id = ${scope.tenant.id} and issuer = ${issuer} and jti_hash = ${jtiHash}`);
}

const contactColumns = sql`p.id as id, p.state as state, p.name as name`;

function contactOf(row: Record<string, SqlValue>) {
  return {
    id: String(row['id']),
    isDisabled: row['state'] !== 'active',
    isNameless: row['name'] === '',
    subject: row['subject'] === null ? null : String(row['subject']),
  };
}

function candidates(scope: TenantScope, { issuer, subject, email }: TokenPerson): SQL {
  return sql`select s.contact_id from contact_subjects s
      where s.tenant_id = ${scope.tenant.id} and s.issuer = ${issuer} and s.subject = ${subject}
    union select a.contact_id from contact_addresses a where a.tenant_id = ${scope.tenant.id} and a.email = ${email}`;
}
