import * as z from 'zod';
import type {
  Agent,
  AgentClaim,
  Contact,
  ContactClaim,
  ContactRole,
  LinkClaim,
  Sight,
  Viewing,
  Visitor,
} from '#lib/actor.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { linkHolder, mailSender } from './door-queries.ts';
import { runAfter } from './run.ts';
import type { TenantScope } from './scopes.ts';
import { SecondFactorNeeded, SessionChanged, SessionEnded, WorkspaceNeeded } from './session-errors.ts';
import { agentSession, contactSession, settingsState } from './session-queries.ts';
import type { Results, Statements } from './statement.ts';

// Nothing else makes a Contact or an Agent. The session statement comes first,
// one batch runs, and nobody touches a row before the session was found alive.

export interface Seen<S extends Statements, A> {
  readonly actor: A;
  readonly rows: Results<S>;
  /** When the session was last seen, milliseconds. */
  readonly lastSeenAt: number;
}

/**
 * The contact of this claim and the rows of the statements, in one trip.
 * Throws SessionEnded, SessionChanged (the cookie's account or role is old) or
 * WorkspaceNeeded; then no row has been looked at.
 */
export async function readAsContact<S extends Statements>(
  scope: TenantScope,
  claim: ContactClaim,
  statements: S,
): Promise<Seen<S, Contact>> {
  const { actor, ...seen } = await readAsVisitor(scope, claim, statements);
  if (actor.kind === 'visitor') throw new WorkspaceNeeded();
  return { ...seen, actor };
}

/** The same for the pages that a contact without a workspace may use: the chooser and sign-out. */
export async function readAsVisitor<S extends Statements>(
  scope: TenantScope,
  claim: ContactClaim,
  statements: S,
): Promise<Seen<S, Contact | Visitor>> {
  const { first: session, rows } = await runAfter(scope.db, contactSession(scope, claim), statements);
  if (!session || claim.tenantId !== scope.tenant.id) throw new SessionEnded(claim);
  checkSettings(scope, session);
  const { accountId, accountName, role, sees } = session;
  const lastSeenAt = lastSeen(session, claim);
  const viewedBy = viewingOf(session, claim);
  if (session.chosenAccountId === null) {
    if (claim.accountId !== null) throw new SessionChanged({ ...claim, accountId: null, role: null, sees: 'own' });
    const { id, name, email } = session;
    return { rows, lastSeenAt, actor: { kind: 'visitor', id, name, email, secretHash: claim.secretHash } };
  }
  if (accountId === null || accountName === null || sees === null || role === null || role === 'none')
    throw new SessionEnded(claim);
  if (accountId !== claim.accountId || role !== claim.role || sees !== claim.sees)
    throw new SessionChanged({ ...claim, accountId, role, sees });
  // Who looks for another stays in the account that they were let into.
  const workspaces = viewedBy ? 1 : session.workspaces;
  const otherWorkspaces = viewedBy ? [] : places.parse(JSON.parse(session.otherWorkspaces));
  const place = { accountId, accountName, role, sees, workspaces, otherWorkspaces };
  const actor = contactOf({ ...session, ...place, viewedBy }, claim.secretHash);
  return { rows, lastSeenAt, actor };
}

/**
 * The agent of this claim and the rows of the statements, in one trip. Throws as
 * `readAsContact` does, and SecondFactorNeeded.
 */
export async function readAsAgent<S extends Statements>(
  scope: TenantScope,
  claim: AgentClaim,
  statements: S,
): Promise<Seen<S, Agent>> {
  const { isRequired, hasPassed, isOwed, ...seen } = await readAsArriving(scope, claim, statements);
  if (isOwed) throw new SecondFactorNeeded('give');
  if (isRequired && !hasPassed) throw new SecondFactorNeeded('set-up');
  return seen;
}

/** The same for the pages on which an agent gives or sets up the second factor, and for signing out. */
export async function readAsArriving<S extends Statements>(
  scope: TenantScope,
  claim: AgentClaim,
  statements: S,
): Promise<Seen<S, Agent> & { readonly isRequired: boolean; readonly hasPassed: boolean; readonly isOwed: boolean }> {
  const { first: session, rows } = await runAfter(scope.db, agentSession(scope, claim), statements);
  if (!session || claim.tenantId !== scope.tenant.id) throw new SessionEnded(claim);
  checkSettings(scope, session);
  const { id, name, email, role, zone, lastSeenAt } = session;
  if (role !== claim.role) throw new SessionChanged({ ...claim, role });
  return {
    rows,
    lastSeenAt,
    actor: { kind: 'agent', id, name, email, role, zone, secretHash: claim.secretHash },
    isRequired: session.secondFactorRequired === 1,
    hasPassed: session.secondFactor === 'passed',
    isOwed: session.secondFactor === 'owed',
  };
}

/**
 * The contact who answers by mail: the address was authenticated, belongs to the
 * contact that the reply address names, and may still see that ticket.
 * Throws Problem `forbidden` otherwise.
 */
export async function readAsSender<S extends Statements>(
  scope: TenantScope,
  sender: { readonly email: string; readonly contactNumber: number; readonly ticketNumber: number },
  statements: S,
): Promise<Omit<Seen<S, Contact>, 'lastSeenAt'>> {
  const { first: row, rows } = await runAfter(scope.db, mailSender(scope, sender), statements);
  if (!row || row.role === 'none') throw new Problem('forbidden', 'sender_refused');
  checkSettings(scope, row);
  return { rows, actor: atDoor({ ...row, role: row.role }) };
}

/**
 * The contact whom a ticket's link was sent to, for that ticket alone: the link
 * is live, the tenant has such links, and the contact may see the ticket now as
 * the claim says. Throws Problem `gone` otherwise.
 */
export async function readAsLinkHolder<S extends Statements>(
  scope: TenantScope,
  claim: LinkClaim,
  statements: S,
): Promise<Omit<Seen<S, Contact>, 'lastSeenAt'>> {
  const { first: row, rows } = await runAfter(scope.db, linkHolder(scope, claim), statements);
  if (!row || row.role === 'none') throw new Problem('gone', 'link_off');
  checkSettings(scope, row);
  const actor = atDoor({ ...row, role: row.role });
  if (actor.sees !== claim.sees || (row.role === null) !== claim.isGuest) throw new Problem('gone', 'link_off');
  return { rows, actor };
}

type Door = Omit<Contact, 'kind' | 'secretHash' | 'role' | 'sees' | 'viewedBy' | 'otherWorkspaces'> & {
  readonly role: ContactRole | null;
  readonly sees: Sight | null;
};

/** A guest of a ticket counts as a member of its account who sees their own alone: the door is to that ticket only. */
function atDoor({ role, sees, ...row }: Door): Contact {
  const guest = { role: role ?? 'member', sees: sees ?? 'own' } as const;
  return contactOf({ ...row, ...guest, viewedBy: null, otherWorkspaces: [] }, null);
}

/** Rows without a person: signed-out pages, consumers, sweeps. */
export async function read<S extends Statements>(scope: TenantScope, statements: S): Promise<Results<S>> {
  const { first: settings, rows } = await runAfter(scope.db, settingsState(scope), statements);
  if (!settings) throw notFound();
  checkSettings(scope, settings);
  return rows;
}

function checkSettings(scope: TenantScope, settings: { version: number; status: 'active' | 'suspended' }): void {
  if (settings.version > scope.tenant.version) scope.onNewVersion(settings.version);
  // Either may say so: the directory's word reaches here through the tenant's copy, the settings' at once.
  if (settings.status === 'suspended' || scope.tenant.status === 'suspended')
    throw new Problem('gone', 'tenant_suspended');
}

/** The older of two sights, so that whoever enters a workspace is seen in it at once, however young the session. */
function lastSeen(session: { lastSeenAt: number; memberSeenAt: number | null }, claim: ContactClaim): number {
  if (claim.isViewAs || claim.accountId === null) return session.lastSeenAt;
  return Math.min(session.lastSeenAt, session.memberSeenAt ?? 0);
}

/** An agent who may look no more sees nothing more. */
function viewingOf(session: { viewerName: string | null; expiresAt: number }, claim: ContactClaim): Viewing | null {
  if (!claim.isViewAs) return null;
  if (session.viewerName === null) throw new SessionEnded(claim);
  return { name: session.viewerName, endsAt: session.expiresAt };
}

const places = z.array(z.object({ accountId: z.string(), name: z.string() }));

function contactOf(row: Omit<Contact, 'kind' | 'secretHash'>, secretHash: string | null): Contact {
  const { id, number, name, email, accountId, accountName, role, sees, viewedBy, zone, locale } = row;
  const { workspaces, otherWorkspaces } = row;
  const who = { id, number, name, email, zone, locale };
  const where = { accountId, accountName, role, sees, viewedBy, workspaces, otherWorkspaces };
  return { kind: 'contact', ...who, ...where, secretHash };
}
