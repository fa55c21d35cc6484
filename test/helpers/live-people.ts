import { eq } from 'drizzle-orm';
import { run, runList } from '#db/run.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, one, write } from '#db/statement.ts';
import type { Agent, Contact, ContactRole } from '#lib/actor.ts';
import { randomToken } from '#lib/secrets.ts';
import { loadOpen, openTicket } from '#tickets/open-ticket.ts';
import { agentOf } from './agent-of.ts';
import { accountOf, contactOf } from './contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from './new-tenant.ts';

const dayMs = 86_400_000;

/** A company with one account, for rooms: its people hold sessions without having walked the sign-in. */
export type LiveTenant = TestTenant & { readonly accountId: string };

export async function newLiveTenant(): Promise<LiveTenant> {
  const tenant = await newTenant();
  return { ...tenant, accountId: await accountOf(tenant, 'Northwind') };
}

export async function liveAgent(tenant: LiveTenant, name: string): Promise<Agent> {
  const { id, email } = await agentOf(tenant, { name });
  const secretHash = await newSession(await scopeOf(tenant), { kind: 'agent', subjectId: id, accountId: null });
  return { kind: 'agent', id, name, email, role: 'agent', zone: null, secretHash };
}

export async function liveContact(tenant: LiveTenant, name: string, role: ContactRole = 'member'): Promise<Contact> {
  const { accountId } = tenant;
  const { id, email } = await contactOf(tenant, { name, role, accountId });
  const secretHash = await newSession(await scopeOf(tenant), { kind: 'contact', subjectId: id, accountId });
  const sees = role === 'admin' ? 'account' : 'own';
  const workspace = { accountId, accountName: 'Northwind', role, sees, workspaces: 1, otherWorkspaces: [] } as const;
  return {
    kind: 'contact',
    id,
    number: 1,
    name,
    email,
    ...workspace,
    viewedBy: null,
    zone: null,
    locale: null,
    secretHash,
  };
}

/** A request of the first of these contacts in which the others take part. */
export async function liveTicket(tenant: LiveTenant, people: readonly [Contact, ...Contact[]]) {
  const scope = await scopeOf(tenant);
  const [requester, ...others] = people;
  const rows = await run(
    scope.db,
    loadOpen(scope, { ...requester, contactId: requester.id }, { wanted: { by: 'first' }, followUp: null }),
  );
  const input = { key: randomToken(), subject: 'Lost parcel', body: 'Where is it?', priorityId: null };
  await openTicket(scope, requester, rows, input, { after: () => {}, sendMail: () => {}, whisper: () => {} });
  const { ticket } = await run(scope.db, {
    ticket: one(build.select({ id: tickets.id }).from(tickets).where(eq(tickets.requesterId, requester.id))),
  });
  if (!ticket) throw new Error('A ticket that was opened is not there');
  const { accountId } = tenant;
  const of = { tenantId: tenant.id, ticketId: ticket.id, accountId, done: 0, publicActivityAt: scope.now } as const;
  for (const { id } of others) {
    const part = { ...of, contactId: id, part: 'participant' } as const;
    await runList(scope.db, [write(build.insert(ticketPeople).values(part))]);
  }
  return { kind: 'ticket', ticketId: ticket.id } as const;
}

async function newSession(
  scope: TenantScope,
  of: { readonly kind: 'contact' | 'agent'; readonly subjectId: string; readonly accountId: string | null },
): Promise<string> {
  const { tenant, now } = scope;
  const secretHash = randomToken();
  const row = {
    ...of,
    tenantId: tenant.id,
    secretHash,
    host: tenant.canonicalHost,
    challengeHash: randomToken(),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + dayMs,
    idleExpiresAt: now + dayMs,
  };
  await runList(scope.db, [write(build.insert(sessions).values(row))]);
  return secretHash;
}
