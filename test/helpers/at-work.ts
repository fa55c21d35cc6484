import { env } from 'cloudflare:workers';
import { readAsAgent, readAsContact } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import { readSettings } from '#env.ts';
import { readSessionCookie } from '#identity/sessions/session-cookie.ts';
import type { AgentClaim, MemberClaim } from '#lib/actor.ts';
import { addNote } from '#tickets/add-note.ts';
import { changeTicket, loadChange, type Setting } from '#tickets/change-ticket.ts';
import { loadOpen, openTicket } from '#tickets/open-ticket.ts';
import { loadAgentWrite, postAgentReply } from '#tickets/post-agent-reply.ts';
import { loadReply, postReply } from '#tickets/post-reply.ts';
import { loadSolve, solveRequest } from '#tickets/solve-request.ts';
import type { AfterReply } from '#tickets/status-rules.ts';
import type { TestAgent } from './agent-of.ts';
import type { TestContact } from './contact-of.ts';
import { scopeOf } from './new-tenant.ts';
import { type RecordedEffects, recordEffects } from './record-effects.ts';
import { type SignedIn, signIn } from './sign-in.ts';

// People at work through the operations themselves, signed in by the real flow.

let keys = 0;

/** A form's key that nothing has used. */
export function newKey(): string {
  keys += 1;
  return `test-key-${keys}-${crypto.randomUUID()}`;
}

interface Wish {
  readonly key?: string;
  readonly now?: number;
}

export interface ContactAtWork {
  readonly signedIn: SignedIn<TestContact>;
  readonly claim: MemberClaim;
  readonly effects: RecordedEffects;
  /** Opens a request; gives its number. */
  open(subject?: string, body?: string, wish?: Wish): Promise<number>;
  reply(number: number, body: string, wish?: Wish): ReturnType<typeof postReply>;
  solve(number: number, to?: 'solved' | 'open', wish?: Wish): ReturnType<typeof solveRequest>;
}

export async function contactAtWork(contact: TestContact): Promise<ContactAtWork> {
  const signedIn = await signIn(contact);
  const claim = await memberClaimOf(signedIn);
  const effects = recordEffects();
  const scope = (wish: Wish) => scopeOf(contact.tenant, wish.now);
  const as = { ...claim };
  return {
    signedIn,
    claim,
    effects,
    async open(subject = 'The gate is stuck', body = 'It does not open any more.', wish = {}) {
      const at = await scope(wish);
      const { actor, rows } = await readAsContact(
        at,
        claim,
        loadOpen(at, as, { wanted: { by: 'first' }, followUp: null }),
      );
      const input = { key: wish.key ?? newKey(), subject, body, priorityId: null };
      const result = await openTicket(at, actor, rows, input, effects);
      if (!('number' in result)) throw new Error('The key was used before');
      return result.number;
    },
    async reply(number, body, wish = {}) {
      const at = await scope(wish);
      const { actor, rows } = await readAsContact(at, claim, loadReply(at, as, number));
      return postReply(at, actor, rows, { key: wish.key ?? newKey(), body, via: 'portal' }, effects);
    },
    async solve(number, to = 'solved', wish = {}) {
      const at = await scope(wish);
      const { actor, rows } = await readAsContact(at, claim, loadSolve(at, as, number));
      return solveRequest(at, actor, rows, { key: wish.key ?? newKey(), to }, effects);
    },
  };
}

export interface AgentAtWork {
  readonly signedIn: SignedIn<TestAgent>;
  readonly claim: AgentClaim;
  readonly effects: RecordedEffects;
  reply(
    number: number,
    body: string,
    wish?: Wish & { then?: AfterReply; seen?: number },
  ): ReturnType<typeof postAgentReply>;
  note(number: number, body: string, wish?: Wish & { seen?: number }): ReturnType<typeof addNote>;
  set(number: number, set: Setting, wish?: Wish): ReturnType<typeof changeTicket>;
  /** The id of the tenant's status of a category. */
  statusId(category: string): Promise<string>;
}

export async function agentAtWork(agent: TestAgent): Promise<AgentAtWork> {
  const signedIn = await signIn(agent);
  const claim = await agentClaimOf(signedIn);
  const effects = recordEffects();
  const load = async (number: number, wish: Wish & { seen?: number }) => {
    const scope: TenantScope = await scopeOf(agent.tenant, wish.now);
    const seen = wish.seen ?? Number.MAX_SAFE_INTEGER;
    return { scope, seen, ...(await readAsAgent(scope, claim, loadAgentWrite(scope, claim.agentId, number, seen))) };
  };
  return {
    signedIn,
    claim,
    effects,
    async reply(number, body, wish = {}) {
      const { scope, seen, actor, rows } = await load(number, wish);
      const input = { key: wish.key ?? newKey(), body, then: wish.then ?? 'waiting', seen };
      return postAgentReply(scope, actor, rows, input, effects);
    },
    async note(number, body, wish = {}) {
      const { scope, seen, actor, rows } = await load(number, wish);
      return addNote(scope, actor, rows, { key: wish.key ?? newKey(), body, seen }, effects);
    },
    async set(number, set, wish = {}) {
      const scope = await scopeOf(agent.tenant, wish.now);
      const { actor, rows } = await readAsAgent(scope, claim, loadChange(scope, number));
      return changeTicket(scope, actor, rows, { key: wish.key ?? newKey(), set: [set] }, effects);
    },
    async statusId(category) {
      const scope = await scopeOf(agent.tenant);
      const { rows } = await readAsAgent(scope, claim, loadChange(scope, 0));
      const found = rows.statuses.find((status) => status.category === category);
      if (!found) throw new Error(`No status of the category ${category}`);
      return found.id;
    },
  };
}

async function memberClaimOf({ cookie, host }: SignedIn): Promise<MemberClaim> {
  const read = await readSessionCookie(sessionOf(cookie), readSettings(env).sessionKeys, host);
  if (read?.claim.kind !== 'contact') throw new Error('Not a contact');
  const { accountId, role } = read.claim;
  if (accountId === null || role === null) throw new Error('No workspace was chosen');
  return { ...read.claim, accountId, role };
}

async function agentClaimOf({ cookie, host }: SignedIn): Promise<AgentClaim> {
  const read = await readSessionCookie(sessionOf(cookie), readSettings(env).sessionKeys, host);
  if (read?.claim.kind !== 'agent') throw new Error('Not an agent');
  return read.claim;
}

function sessionOf(cookies: string): string {
  return /__Host-session=([^;]+)/.exec(cookies)?.[1] ?? '';
}
