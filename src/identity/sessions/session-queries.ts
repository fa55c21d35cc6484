import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { memberships } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sign-in.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, write } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import { sessionLifetime } from './session-lifetime.ts';

/** Moves the last sight of a living session, and with it the end of its idle time. */
export function markSeen(scope: TenantScope, claim: Claim) {
  const idleUntil = sql`${scope.now} + ${idleMs(scope, claim)}`;
  return write(
    build
      .update(sessions)
      .set({ lastSeenAt: scope.now, idleExpiresAt: sql`min(${sessions.expiresAt}, ${idleUntil})` })
      .where(and(thisSession(scope, claim), gt(sessions.idleExpiresAt, scope.now))),
  );
}

/** When the person last used this workspace: what its admins see of it. */
export function markMemberSeen(scope: TenantScope, contactId: string, accountId: string) {
  return write(
    build
      .update(memberships)
      .set({ lastSeenAt: scope.now })
      .where(
        and(
          eq(memberships.tenantId, scope.tenant.id),
          eq(memberships.contactId, contactId),
          eq(memberships.accountId, accountId),
        ),
      ),
  );
}

/** Ends the session of a claim. An ended row stays until its challenge is gone. */
export function endThis(scope: TenantScope, claim: Claim) {
  return write(build.update(sessions).set({ endedAt: scope.now }).where(thisSession(scope, claim)));
}

/** Writes the chosen workspace into the session, if the person may enter it at this moment. */
export function enterAccount(scope: TenantScope, claim: Claim, accountId: string) {
  return write(
    build
      .update(sessions)
      .set({ accountId })
      .where(
        and(
          thisSession(scope, claim),
          sql`exists (select 1 from memberships m where m.tenant_id = ${scope.tenant.id}
            and m.contact_id = ${subjectOf(claim)} and m.account_id = ${accountId} and m.role <> 'none')`,
        ),
      ),
  );
}

function idleMs(scope: TenantScope, claim: Claim) {
  const { contact, agent, shortAgent } = sessionLifetime;
  if (claim.kind === 'contact') return sql`${contact.idleMs}`;
  return sql`(select case when t.short_agent_sessions = 1 then ${shortAgent.idleMs} else ${agent.idleMs} end
    from tenant_settings t where t.tenant_id = ${scope.tenant.id})`;
}

function thisSession(scope: TenantScope, claim: Claim) {
  return and(
    eq(sessions.tenantId, scope.tenant.id),
    eq(sessions.secretHash, claim.secretHash),
    eq(sessions.host, claim.host),
    eq(sessions.kind, claim.kind === 'contact' && claim.isViewAs ? 'view-as' : claim.kind),
    eq(sessions.subjectId, subjectOf(claim)),
    isNull(sessions.endedAt),
  );
}

function subjectOf(claim: Claim): string {
  return claim.kind === 'contact' ? claim.contactId : claim.agentId;
}
