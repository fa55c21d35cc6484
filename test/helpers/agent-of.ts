import { env } from 'cloudflare:workers';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { addAgent } from '#identity/people/add-agent.ts';
import type { AgentRole } from '#lib/actor.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';

export interface TestAgent {
  readonly kind: 'agent';
  readonly tenant: TestTenant;
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

let made = 0;

/** Somebody who answers at the tenant. */
export async function agentOf(
  tenant: TestTenant,
  wish: { readonly email?: string; readonly name?: string; readonly role?: AgentRole } = {},
): Promise<TestAgent> {
  made += 1;
  const { email = `agent${made}@${tenant.slug}.test`, name = `Agent ${made}`, role = 'agent' } = wish;
  const scope = await scopeOf(tenant);
  const directory = { db: openDirectoryDb(env, newMeter()), now: scope.now };
  const id = await addAgent(directory, scope, { email, name, role });
  return { kind: 'agent', tenant, id, email, name };
}

/** The owner that every tenant begins with. */
export function ownerOf(tenant: TestTenant): TestAgent {
  return { kind: 'agent', tenant, id: tenant.ownerId, email: tenant.ownerEmail, name: 'Olivia Owner' };
}
