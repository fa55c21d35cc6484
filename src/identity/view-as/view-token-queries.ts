import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';
import { sameAttemptMs } from '../sign-in/challenge.ts';
import { viewTokenLifetimeMs } from './view-token.ts';

export interface Whom {
  readonly contactId: string;
  readonly accountId: string;
}

const mayEnter = sql`(c.state = 'active' and exists (select 1 from memberships m where m.tenant_id = c.tenant_id
  and m.contact_id = c.id and m.account_id = a.id and m.role <> 'none'))`;

/** A contact and an account of the tenant, and whether they may enter it now; null where there is no such pair. */
export function whomToView(scope: TenantScope, { contactId, accountId }: Whom) {
  return rawRow(
    sql`select c.name as name, c.email as email, a.name as account, ${mayEnter} as mayEnter
      from contacts c join accounts a on a.tenant_id = c.tenant_id and a.id = ${accountId}
      join memberships had on had.tenant_id = c.tenant_id and had.contact_id = c.id and had.account_id = a.id
      where c.tenant_id = ${scope.tenant.id} and c.id = ${contactId}`,
    (row) => ({
      name: String(row['name']),
      email: String(row['email']),
      account: String(row['account']),
      mayEnter: row['mayEnter'] === 1,
    }),
  );
}

/** A token for a contact who may enter the account at this moment; none otherwise. */
export function putViewToken(scope: TenantScope, token: Whom & { hash: string; agentId: string; host: string }) {
  const { hash, agentId, contactId, accountId, host } = token;
  return raw(sql`insert into view_as_tokens
      (tenant_id, hash, agent_id, contact_id, account_id, host, created_at, expires_at)
    select c.tenant_id, ${hash}, ${agentId}, c.id, a.id, ${host}, ${scope.now}, ${scope.now + viewTokenLifetimeMs}
    from contacts c join accounts a on a.tenant_id = c.tenant_id and a.id = ${accountId}
    where c.tenant_id = ${scope.tenant.id} and c.id = ${contactId} and ${mayEnter}`);
}

/** What a token opens, and what became of it; null for one that nobody made. */
export function viewOffer(scope: TenantScope, hash: string, host: string) {
  return rawRow(
    sql`select v.used_at as usedAt, v.expires_at as expiresAt, c.name as name, c.email as email, a.name as account,
        g.name as agent, g.state = 'active' and ${mayEnter} as mayLook
      from view_as_tokens v
      join contacts c on c.tenant_id = v.tenant_id and c.id = v.contact_id
      join accounts a on a.tenant_id = v.tenant_id and a.id = v.account_id
      join agents g on g.tenant_id = v.tenant_id and g.id = v.agent_id
      where v.tenant_id = ${scope.tenant.id} and v.hash = ${hash} and v.host = ${host}`,
    (row) => ({
      usedAt: row['usedAt'] === null ? null : Number(row['usedAt']),
      expiresAt: Number(row['expiresAt']),
      name: String(row['name']),
      email: String(row['email']),
      account: String(row['account']),
      agent: String(row['agent']),
      mayLook: row['mayLook'] === 1,
    }),
  );
}

/** Uses a token: one attempt gets it, and may come again for a minute (SECURITY §1.1). */
export function takeViewToken(scope: TenantScope, hash: string, host: string, attempt: string) {
  const { now } = scope;
  return raw(sql`update view_as_tokens set used_at = coalesce(used_at, ${now}), used_by = ${attempt}
    where tenant_id = ${scope.tenant.id} and hash = ${hash} and host = ${host}
      and ((used_at is null and expires_at > ${now}) or (used_by = ${attempt} and used_at > ${now - sameAttemptMs}))`);
}
