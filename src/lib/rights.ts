import type { Agent, AgentRole, Contact } from './actor.ts';
import { notFound } from './problem.ts';

/** Owners and admins of the tenant set up its portal; to other agents these pages do not exist. */
export function mustManage(agent: Agent): void {
  if (!manages(agent.role)) throw notFound();
}

export function manages(role: AgentRole): boolean {
  return role !== 'agent';
}

/** Admins of an account manage who has access; to its members these pages do not exist. */
export function mustAdminister(contact: Contact): void {
  if (contact.role !== 'admin') throw notFound();
}
