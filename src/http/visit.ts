import { readAsAgent, readAsArriving, readAsContact, readAsVisitor, type Seen } from '#db/read-as.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import { touchSession } from '#identity/sessions/touch-session.ts';
import type { Agent, AgentClaim, Claim, Contact, ContactClaim, MemberClaim, Visitor } from '#lib/actor.ts';
import type { AppContext } from './context.ts';
import { SignInNeeded } from './sign-in-needed.ts';

// How a route learns who asks: its statements and the session's check in one
// trip. `statements` get the claim, whose ids they may bind; nobody sees a row
// before the session was found alive.

type Make<C, S> = (scope: TenantScope, claim: C) => S;
/** A contact in a workspace. Without a session: the sign-in page; without a workspace: the chooser. */
export async function visitAsContact<S extends Statements>(
  c: AppContext,
  make: Make<MemberClaim, S>,
): Promise<Seen<S, Contact>> {
  const claim = claimOf(c, 'contact');
  const scope = c.get('scope');
  // A claim without an account still asks: the session says whether it lives and what to do next.
  const { accountId, role } = claim;
  if (accountId === null || role === null)
    return readAsContact(scope, claim, make(scope, { ...claim, accountId: '', role: 'member' }));
  const seen = await readAsContact(scope, claim, make(scope, { ...claim, accountId, role }));
  return touched(c, claim, seen);
}

/** A contact, with or without a workspace. */
export async function visitAsVisitor<S extends Statements>(
  c: AppContext,
  make: Make<ContactClaim, S>,
): Promise<Seen<S, Contact | Visitor>> {
  const claim = claimOf(c, 'contact');
  return touched(c, claim, await readAsVisitor(c.get('scope'), claim, make(c.get('scope'), claim)));
}

export async function visitAsAgent<S extends Statements>(
  c: AppContext,
  make: Make<AgentClaim, S>,
): Promise<Seen<S, Agent>> {
  const claim = claimOf(c, 'agent');
  return touched(c, claim, await readAsAgent(c.get('scope'), claim, make(c.get('scope'), claim)));
}

/** An agent who may still have to give or set up the second factor: for the pages that ask for it, and the way out. */
export async function visitAsArriving<S extends Statements>(c: AppContext, make: Make<AgentClaim, S>) {
  const claim = claimOf(c, 'agent');
  return touched(c, claim, await readAsArriving(c.get('scope'), claim, make(c.get('scope'), claim)));
}

function claimOf<K extends Claim['kind']>(c: AppContext, kind: K): Extract<Claim, { kind: K }> {
  const claim = c.get('claim');
  if (claim?.kind !== kind) throw new SignInNeeded();
  return claim as Extract<Claim, { kind: K }>;
}

const touchEveryMs = 5 * 60 * 1000;

/** Moves the session's last sight after the answer, at most every five minutes. What an open page does by itself is no visit, nor is the look of an agent. */
function touched<T extends { readonly lastSeenAt: number }>(c: AppContext, claim: Claim, seen: T): T {
  if (claim.kind === 'contact' && claim.isViewAs) return seen;
  const scope = c.get('scope');
  const byItself = c.req.method === 'GET' && (c.req.header('Upgrade') ?? c.req.header('Sec-Fetch-Dest') ?? '');
  if (scope.now - seen.lastSeenAt >= touchEveryMs && byItself !== 'websocket' && byItself !== 'empty') {
    c.get('effects').after(() => run(scope.db, touchSession(scope, claim)));
  }
  return seen;
}
