import { type SQL, sql } from 'drizzle-orm';
import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';
import { sightOf } from '#db/ticket-sight.ts';
import type { ContactRole, Sight } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { viewLifetimeMs } from './view-token.ts';

interface NewView {
  readonly secretHash: string;
  /** The token's. */
  readonly hash: string;
  readonly origin: Origin;
}

/** The session of a token that this attempt uses in the same batch: at most one for ever, and never longer than it began with. */
export function putViewSession(scope: TenantScope, attempt: string, { secretHash, hash, origin }: NewView) {
  const endsAt = scope.now + viewLifetimeMs;
  return raw(sql`insert into sessions (tenant_id, secret_hash, host, kind, subject_id, account_id, challenge_hash,
      created_at, expires_at, idle_expires_at, last_seen_at, device, place, viewed_by)
    select v.tenant_id, ${secretHash}, v.host, 'view-as', c.id, m.account_id, v.hash,
      ${scope.now}, ${endsAt}, ${endsAt}, ${scope.now}, ${origin.device}, ${origin.place}, g.id
    from view_as_tokens v
    join agents g on g.tenant_id = v.tenant_id and g.id = v.agent_id and g.state = 'active'
    join contacts c on c.tenant_id = v.tenant_id and c.id = v.contact_id and c.state = 'active'
    join memberships m on m.tenant_id = v.tenant_id and m.contact_id = c.id and m.account_id = v.account_id
      and m.role <> 'none'
    where v.tenant_id = ${scope.tenant.id} and v.hash = ${hash} and v.used_by = ${attempt} and v.used_at = ${scope.now}
    on conflict do nothing`);
}

/** Directly after `putViewSession`: who looks, as whom, in which account. */
export function sayViewStarted(scope: TenantScope, hash: string, origin: Origin) {
  const session = sql`s.challenge_hash = ${hash}`;
  return auditedIfChanged(scope, { action: 'view_as.started', ...viewOf(scope, session), origin });
}

/** Directly after the statement that ended the session. */
export function sayViewEnded(scope: TenantScope, secretHash: string, by: 'agent' | 'time', origin: Origin) {
  const session = sql`s.secret_hash = ${secretHash}`;
  return auditedIfChanged(scope, { action: 'view_as.ended', ...viewOf(scope, session), detail: { by }, origin });
}

function viewOf(scope: TenantScope, session: SQL) {
  const own = sql`from sessions s where s.tenant_id = ${scope.tenant.id} and s.kind = 'view-as' and ${session}`;
  return {
    actor: { kind: 'agent' as const, id: sql`(select s.viewed_by ${own})` },
    accountId: sql`(select s.account_id ${own})`,
    subjectId: sql`(select s.subject_id ${own})`,
  };
}

/** The living session of this secret and token, with what its cookie says; null when there is none. */
export function newView(scope: TenantScope, { secretHash, hash }: NewView) {
  return rawRow(
    sql`select s.subject_id as contactId, s.account_id as accountId, m.role as role,
        ${sightOf({ role: sql`m.role`, membersSeeAll: sql`a.members_see_all` })} as sees
      from sessions s
      join memberships m on m.tenant_id = s.tenant_id and m.contact_id = s.subject_id and m.account_id = s.account_id
        and m.role <> 'none'
      join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
      where s.tenant_id = ${scope.tenant.id} and s.secret_hash = ${secretHash} and s.challenge_hash = ${hash}
        and s.kind = 'view-as' and s.ended_at is null and s.expires_at > ${scope.now}`,
    (row): { contactId: string; accountId: string; role: ContactRole; sees: Sight } => ({
      contactId: String(row['contactId']),
      accountId: String(row['accountId']),
      role: row['role'] === 'admin' ? 'admin' : 'member',
      sees: row['sees'] === 'account' ? 'account' : 'own',
    }),
  );
}

/** Marks a session as over whose time has run out. */
export function endSpentView(scope: TenantScope, secretHash: string) {
  return raw(sql`update sessions set ended_at = expires_at where tenant_id = ${scope.tenant.id}
    and secret_hash = ${secretHash} and kind = 'view-as' and ended_at is null and expires_at <= ${scope.now}`);
}
