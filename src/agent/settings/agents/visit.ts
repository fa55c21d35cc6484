import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsAgent } from '#http/visit.ts';
import type { AgentChange } from '#identity/agents/change-agent.ts';
import { findAgent, listAgents } from '#identity/agents/list-agents.ts';
import { listInvitations } from '#identity/invitations/list-invitations.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';

/** Who manages the tenant, with everybody who answers and who is invited to. */
export async function visitAgents(c: AppContext) {
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    agents: listAgents(scope),
    invitations: listInvitations(scope, null),
  }));
  mustManage(seen.actor);
  return seen;
}

/** The same with the one agent whom the address names. */
export async function visitOneAgent(c: AppContext) {
  const id = c.req.param('agent') ?? '';
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    agent: findAgent(scope, id),
  }));
  mustManage(seen.actor);
  const { agent } = seen.rows;
  if (!agent) throw notFound();
  const change: AgentChange = { scope: c.get('scope'), by: seen.actor, agent, origin: originOf(c) };
  return { seen, agent, change };
}
