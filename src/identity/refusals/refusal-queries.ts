import { sql } from 'drizzle-orm';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { type Found, rawRow } from '#db/statement.ts';

/** Whose challenge it is: a contact's id, or null for nobody whom we know. Null at all: there is no such challenge. */
export function refusedContact(scope: TenantScope, hash: string, host: string) {
  return rawRow(
    sql`select contact_id as id from sign_in_challenges
      where tenant_id = ${scope.tenant.id} and hash = ${hash} and host = ${host}`,
    (row) => ({ id: row['id'] === null ? null : String(row['id']) }),
  );
}

/** The agent whose challenge it is; null for nobody whom we know, at whichever tenant. */
export function refusedAgent(_scope: DirectoryScope, hash: string) {
  return rawRow(
    sql`select tenant_id as tenantId, agent_id as agentId from agent_challenges
      where hash = ${hash} and agent_id is not null`,
    (row) => ({ tenantId: String(row['tenantId']), agentId: String(row['agentId']) }),
  );
}

/** The account of a contact who has but one: its admins may read that they were refused. */
export function onlyAccount(scope: TenantScope, contactId: string): Found {
  return sql`(select case when count(*) = 1 then max(m.account_id) end from memberships m
    where m.tenant_id = ${scope.tenant.id} and m.contact_id = ${contactId} and m.role <> 'none')`;
}
