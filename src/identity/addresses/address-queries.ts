import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows } from '#db/statement.ts';

export function addressesOf(scope: TenantScope, contactId: string) {
  return rawRows(
    sql`select a.email as email, a.email = p.email as isMain from contact_addresses a
      join contacts p on p.tenant_id = a.tenant_id and p.id = a.contact_id
      where a.tenant_id = ${scope.tenant.id} and a.contact_id = ${contactId}
      order by isMain desc, a.created_at, a.email limit 100`,
    (row) => ({ email: String(row['email']), isMain: row['isMain'] === 1 }),
  );
}

export interface WaitingProof {
  readonly email: string;
  readonly createdAt: number;
}

/** The proof that this contact may still give; null when there is none. */
export function waitingProof(scope: TenantScope, contactId: string) {
  return rawRow(
    sql`select email, created_at as createdAt from address_proofs
      where tenant_id = ${scope.tenant.id} and contact_id = ${contactId} and expires_at > ${scope.now}`,
    (row): WaitingProof => ({ email: String(row['email']), createdAt: Number(row['createdAt']) }),
  );
}

/** Written where the statement before it, the count, let it pass; it takes the place of an earlier one. */
export function putProof(
  scope: TenantScope,
  proof: WaitingProof & { readonly contactId: string; readonly codeHash: string; readonly expiresAt: number },
) {
  const { contactId, email, codeHash, createdAt, expiresAt } = proof;
  return raw(sql`insert into address_proofs (tenant_id, contact_id, email, code_hash, tries, created_at, expires_at)
    select ${scope.tenant.id}, ${contactId}, ${email}, ${codeHash}, 0, ${createdAt}, ${expiresAt} where changes() > 0
    on conflict (tenant_id, contact_id) do update set email = excluded.email, code_hash = excluded.code_hash, tries = 0,
      created_at = excluded.created_at, expires_at = excluded.expires_at`);
}

/** Counts a try before anybody compares; answers with the code's hash while the proof may still be tried. */
export function countProofTry(scope: TenantScope, contactId: string, createdAt: number, most: number, allowed: SQL) {
  return rawRows(
    sql`update address_proofs set tries = tries + 1
      where ${mayTryProof(scope, contactId, createdAt, most)} and ${allowed} returning code_hash as codeHash`,
    (row) => String(row['codeHash']),
  );
}

function mayTryProof(scope: TenantScope, contactId: string, createdAt: number, most: number): SQL {
  return sql`${ofProof(scope, contactId, createdAt)} and tries < ${most} and expires_at > ${scope.now}`;
}

/** True in SQL where such a proof may be tried: for the counter that goes with it. */
export function hasProofToTry(scope: TenantScope, contactId: string, createdAt: number, most: number): SQL {
  return sql`exists (select 1 from address_proofs where ${mayTryProof(scope, contactId, createdAt, most)})`;
}

/** The proof is given: once. */
export function useProof(scope: TenantScope, contactId: string, createdAt: number) {
  return raw(sql`delete from address_proofs where ${ofProof(scope, contactId, createdAt)}`);
}

/** Directly after `useProof`. An address that is another's stops the whole batch: isDuplicate `contact_addresses`. */
export function insertProvenAddress(scope: TenantScope, contactId: string, email: string) {
  return raw(sql`insert into contact_addresses (tenant_id, email, contact_id, created_at)
    select ${scope.tenant.id}, ${email}, ${contactId}, ${scope.now} where changes() > 0`);
}

/** Another of the contact's own addresses becomes the main one, where `from` still is. */
export function setMainAddress(scope: TenantScope, contactId: string, from: string, to: string) {
  return raw(sql`update contacts set email = ${to}
    where tenant_id = ${scope.tenant.id} and id = ${contactId} and email = ${from} and email <> ${to}
      and exists (select 1 from contact_addresses a
        where a.tenant_id = contacts.tenant_id and a.email = ${to} and a.contact_id = contacts.id)`);
}

/** Takes away an address of the contact that is not the main one; so the last can never go. */
export function deleteAddress(scope: TenantScope, contactId: string, email: string) {
  return raw(sql`delete from contact_addresses
    where tenant_id = ${scope.tenant.id} and email = ${email} and contact_id = ${contactId}
      and email <> (select p.email from contacts p
        where p.tenant_id = contact_addresses.tenant_id and p.id = contact_addresses.contact_id)`);
}

/** Nobody kept which mail went to an address that is gone now, so no link of those before opens a request. */
export function revokeLinksOf(scope: TenantScope, contactId: string) {
  return raw(revocation(scope, contactId));
}

/** The same, directly after a statement that may have changed nothing. */
export function revokeLinksIfChanged(scope: TenantScope, contactId: string) {
  return raw(sql`${revocation(scope, contactId)} and changes() > 0`);
}

function revocation(scope: TenantScope, contactId: string): SQL {
  return sql`update ticket_links set revoked_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and contact_id = ${contactId} and revoked_at is null`;
}

/** Links and codes that were asked for with an address which the contact has no more open nothing. */
export function voidChallenges(
  scope: TenantScope,
  contactId: string,
  { email, addressHash }: { readonly email: string; readonly addressHash: string },
) {
  return raw(sql`update sign_in_challenges set voided_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and address_hash = ${addressHash} and contact_id = ${contactId}
      and used_at is null and voided_at is null
      and not exists (select 1 from contact_addresses a where a.tenant_id = ${scope.tenant.id} and a.email = ${email}
        and a.contact_id = ${contactId})`);
}

function ofProof(scope: TenantScope, contactId: string, createdAt: number): SQL {
  return sql`tenant_id = ${scope.tenant.id} and contact_id = ${contactId} and created_at = ${createdAt}`;
}
