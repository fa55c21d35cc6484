import { sql } from 'drizzle-orm';
import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, raw, rawRow } from '#db/statement.ts';
import { sightOf } from '#db/ticket-sight.ts';
import type { AgentRole, ContactRole, Sight } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { agentRoleOf } from '#lib/roles.ts';
import { sessionLifetime } from './session-lifetime.ts';

export interface NewSession {
  readonly secretHash: string;
  readonly challengeHash: string;
  readonly host: string;
  readonly device: string;
  readonly place: string;
}

interface NewContactSession {
  readonly contactId: string;
  readonly accountId: string | null;
  readonly role: ContactRole | null;
  readonly sees: Sight;
  readonly name: string;
}

const columns = sql`tenant_id, secret_hash, host, kind, subject_id, account_id, challenge_hash, created_at, expires_at, idle_expires_at, last_seen_at,
  device, place`;

/**
 * The session of a challenge that this attempt uses in the same batch, at most
 * one for ever: a retry finds the session there, and makes none if it is gone.
 * A person with one workspace is in it at once, and so is who joins one by this
 * challenge; with several they choose first.
 */
export function putContactSession(scope: TenantScope, attempt: string, session: NewSession) {
  const { now } = scope;
  const { absoluteMs, idleMs } = sessionLifetime.contact;
  return raw(sql`insert into sessions (${columns})
    select c.tenant_id, ${session.secretHash}, c.host, 'contact', p.id,
      (select coalesce(max(case when m.account_id = c.joins_account_id then m.account_id end),
          case when count(*) = 1 then max(m.account_id) end) from memberships m
        where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.role <> 'none'),
      c.hash, ${now}, ${now + absoluteMs}, ${now + idleMs}, ${now}, ${session.device}, ${session.place}
    from sign_in_challenges c
    join contacts p on p.tenant_id = c.tenant_id and p.id = c.contact_id and p.state = 'active'
    where c.tenant_id = ${scope.tenant.id} and c.hash = ${session.challengeHash} and c.host = ${session.host}
      and c.used_by = ${attempt} and c.used_at = ${now} and c.expires_at > ${now}
      and exists (select 1 from memberships m where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.role <> 'none')
    on conflict do nothing`);
}

/** The audit's word of that session, right after it in the batch: none where none was made. */
export function contactOpened(scope: TenantScope, session: NewSession, how: { door: string; origin: Origin }) {
  const own = sql`from sessions s where s.tenant_id = ${scope.tenant.id} and s.challenge_hash = ${session.challengeHash}`;
  return auditedIfChanged(scope, {
    action: 'session.opened',
    actor: { kind: 'contact', id: sql`(select s.subject_id ${own})` },
    accountId: sql`(select s.account_id ${own})`,
    detail: { door: how.door },
    origin: how.origin,
  });
}

/** The same for an agent whose challenge this attempt has used in the directory. It owes the second factor until `oweFactor`. */
export function putAgentSession(scope: TenantScope, agentId: string, session: NewSession) {
  const { now } = scope;
  const { agent, shortAgent } = sessionLifetime;
  const until = (which: 'absoluteMs' | 'idleMs') =>
    sql`${now} + case when t.short_agent_sessions = 1 then ${shortAgent[which]} else ${agent[which]} end`;
  return raw(sql`insert into sessions (${columns}, chain, second_factor)
    select a.tenant_id, ${session.secretHash}, ${session.host}, 'agent', a.id, null, ${session.challengeHash},
      ${now}, ${until('absoluteMs')}, ${until('idleMs')}, ${now}, ${session.device}, ${session.place}, ${session.challengeHash}, 'owed'
    from agents a join tenant_settings t on t.tenant_id = a.tenant_id
    where a.tenant_id = ${scope.tenant.id} and a.id = ${agentId} and a.state = 'active'
    on conflict do nothing`);
}

/** The living session of this secret and challenge, with what its cookie says; null when there is none. */
export function newContactSession(scope: TenantScope, session: NewSession) {
  return rawRow(
    sql`select s.subject_id as contactId, s.account_id as accountId, m.role as role, p.name as name,
          ${sightOf({ role: sql`m.role`, membersSeeAll: sql`a.members_see_all` })} as sees
        from sessions s
        join contacts p on p.tenant_id = s.tenant_id and p.id = s.subject_id
        left join memberships m on m.tenant_id = s.tenant_id and m.contact_id = s.subject_id
          and m.account_id = s.account_id and m.role <> 'none'
        left join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
        where ${living(scope, session)} and s.kind = 'contact'`,
    (row): NewContactSession => ({
      contactId: String(row['contactId']),
      accountId: row['role'] === null ? null : String(row['accountId']),
      role: row['role'] === 'admin' || row['role'] === 'member' ? row['role'] : null,
      sees: row['sees'] === 'account' ? 'account' : 'own',
      name: String(row['name']),
    }),
  );
}

export function newAgentSession(scope: TenantScope, session: NewSession) {
  return rawRow(
    sql`select s.subject_id as agentId, a.role as role, a.email as email from sessions s
        join agents a on a.tenant_id = s.tenant_id and a.id = s.subject_id
        where ${living(scope, session)} and s.kind = 'agent'`,
    (row): { agentId: string; email: string; role: AgentRole } => ({
      agentId: String(row['agentId']),
      email: String(row['email']),
      role: agentRoleOf(row['role']),
    }),
  );
}

/** True when this challenge made a session once, living or not. */
export function hadSession(scope: TenantScope, session: NewSession) {
  const query = sql`select 1 as n from sessions
    where tenant_id = ${scope.tenant.id} and challenge_hash = ${session.challengeHash}`;
  return hasRow(query);
}

function living(scope: TenantScope, session: NewSession) {
  return sql`s.tenant_id = ${scope.tenant.id} and s.secret_hash = ${session.secretHash}
    and s.challenge_hash = ${session.challengeHash} and s.host = ${session.host}
    and s.ended_at is null and s.expires_at > ${scope.now} and s.idle_expires_at > ${scope.now}`;
}
