import { and, type Column, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { AgentClaim, ContactClaim } from '#lib/actor.ts';
import { prepared } from './prepared.ts';
import { accounts, agents, contacts, memberships } from './schema/people.ts';
import { sessions } from './schema/sign-in.ts';
import { tenantSettings } from './schema/tenancy.ts';
import type { GivenScope, TenantScope } from './scopes.ts';
import type { Slot } from './slot.ts';
import { build, named, namedOrNull, one } from './statement.ts';
import { sightOf } from './ticket-sight.ts';

/** Workspaces that the menu of every page names; `/workspaces` has them all. */
const menuMost = 8;

export const workspaces = sql<number>`(select count(*) from memberships w where w.tenant_id = ${contacts.tenantId}
  and w.contact_id = ${contacts.id} and w.role <> 'none')`.as('workspaces');

/** Where else the person may go, the last used first; JSON, for it is one column of one row. */
const otherWorkspaces = sql<string>`(select json_group_array(json_object('accountId', o.id, 'name', o.name)) from
  (select a.id, a.name from memberships w join accounts a on a.tenant_id = w.tenant_id and a.id = w.account_id
    where w.tenant_id = ${contacts.tenantId} and w.contact_id = ${contacts.id} and w.role <> 'none'
      and w.account_id is not ${sessions.accountId}
    order by w.last_seen_at desc, a.name collate nocase limit ${sql.raw(String(menuMost))}) o)`.as('otherWorkspaces');

/** The name of the agent who looks; null once they may look no more. */
const viewerName = sql<string | null>`(select a.name from agents a where a.tenant_id = ${sessions.tenantId}
  and a.id = ${sessions.viewedBy} and a.state = 'active')`.as('viewerName');

export const contactColumns = named({
  id: contacts.id,
  number: contacts.number,
  name: contacts.name,
  email: contacts.email,
  zone: contacts.zone,
  locale: contacts.locale,
});

export const liveMembership = and(
  eq(memberships.tenantId, contacts.tenantId),
  eq(memberships.contactId, contacts.id),
  ne(memberships.role, 'none'),
);

/** The contact whom a row of this tenant names, unless they were disabled. */
export function activeContact(tenantId: Column, contactId: Column) {
  return and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId), eq(contacts.state, 'active'));
}

const liveAccount = and(eq(accounts.tenantId, memberships.tenantId), eq(accounts.id, memberships.accountId));

/** The session of a contact's claim with the membership it stands on; null when it is over. */
export function contactSession(scope: TenantScope, { isViewAs, contactId, secretHash, host }: ContactClaim) {
  return sessionOfContact(scope, isViewAs ? 'view-as' : 'contact', contactId, secretHash, host);
}

const sessionOfContact = prepared(
  (scope, kind: Slot<string>, contactId: Slot<string>, secretHash: Slot<string>, host: Slot<string>) =>
    one(
      build
        .select({
          ...contactColumns,
          ...named({
            chosenAccountId: sessions.accountId,
            lastSeenAt: sessions.lastSeenAt,
            expiresAt: sessions.expiresAt,
            version: tenantSettings.version,
            status: tenantSettings.status,
          }),
          ...namedOrNull({
            accountId: accounts.id,
            accountName: accounts.name,
            role: memberships.role,
            memberSeenAt: memberships.lastSeenAt,
          }),
          sees: sightOf({ role: memberships.role, membersSeeAll: accounts.membersSeeAll }).as('sees'),
          viewerName,
          workspaces,
          otherWorkspaces,
        })
        .from(sessions)
        .innerJoin(tenantSettings, eq(tenantSettings.tenantId, sessions.tenantId))
        .innerJoin(contacts, activeContact(sessions.tenantId, sessions.subjectId))
        .leftJoin(memberships, and(liveMembership, eq(memberships.accountId, sessions.accountId)))
        .leftJoin(accounts, liveAccount)
        .where(and(liveSession(scope, secretHash, host), eq(sessions.kind, kind), eq(sessions.subjectId, contactId))),
    ),
);

/** The session of an agent's claim with the agent's own row; null when it is over. */
export function agentSession(scope: TenantScope, { agentId, secretHash, host }: AgentClaim) {
  return sessionOfAgent(scope, agentId, secretHash, host);
}

const sessionOfAgent = prepared((scope, agentId: Slot<string>, secretHash: Slot<string>, host: Slot<string>) =>
  one(
    build
      .select(
        named({
          id: agents.id,
          name: agents.name,
          email: agents.email,
          role: agents.role,
          zone: agents.zone,
          secondFactor: sessions.secondFactor,
          secondFactorRequired: tenantSettings.secondFactorRequired,
          lastSeenAt: sessions.lastSeenAt,
          version: tenantSettings.version,
          status: tenantSettings.status,
        }),
      )
      .from(sessions)
      .innerJoin(tenantSettings, eq(tenantSettings.tenantId, sessions.tenantId))
      .innerJoin(
        agents,
        and(eq(agents.tenantId, sessions.tenantId), eq(agents.id, sessions.subjectId), eq(agents.state, 'active')),
      )
      .where(and(liveSession(scope, secretHash, host), eq(sessions.kind, 'agent'), eq(sessions.subjectId, agentId))),
  ),
);

/** The settings row that every page's batch reads. */
export const settingsState = prepared((scope) =>
  one(
    build
      .select(named({ version: tenantSettings.version, status: tenantSettings.status }))
      .from(tenantSettings)
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  ),
);

function liveSession(scope: GivenScope, secretHash: Slot<string>, host: Slot<string>) {
  return and(
    eq(sessions.tenantId, scope.tenant.id),
    eq(sessions.secretHash, secretHash),
    eq(sessions.host, host),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, scope.now),
    gt(sessions.idleExpiresAt, scope.now),
  );
}
