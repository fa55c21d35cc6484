import { readSettings } from '#env.ts';
import { addAccount } from '#identity/people/add-account.ts';
import { addContact } from '#identity/people/add-contact.ts';
import { createTenant } from '#onboarding/create-tenant.ts';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { openScope } from '#onboarding/open-scope.ts';
import { seedDemo } from '#onboarding/seed-demo.ts';
import { demoReader, lengthenThread, tickSome } from './bench-queries.ts';
import { newCookie } from './new-cookie.ts';

export interface Seeded {
  readonly portalHost: string;
  readonly agentHost: string;
  /** Cookie headers of people who are signed in. */
  readonly cookies: { readonly admin: string; readonly member: string; readonly agent: string };
  /** A request of `entriesOfThread` entries. */
  readonly threadNumber: number;
  readonly demo: { readonly host: string; readonly cookie: string; readonly longest: number };
}

const entriesOfThread = 30;

/** The demo, and beside it a tenant all of whose tickets one member of one account has asked. */
export async function seedBench(env: Env, tickets: number, now: number): Promise<Seeded> {
  await seedDemo(env, now);
  const owner = { name: 'Olivia Brandt', email: 'owner@large.test' };
  const input = { slug: 'large', name: 'Large', zone: 'Europe/Berlin', accent: '#0f766e', owner };
  const { tenantId, ownerId, hostname } = await createTenant(env, input, now);
  const scope = await openScope(env, tenantId, now);
  const accountId = await addAccount(scope, 'Northwind');
  const person = (name: string, role: 'admin' | 'member') =>
    addContact(scope, { name, email: `${role}@northwind.test`, memberships: [{ accountId, role }] });
  const memberId = await person('Nils Holm', 'member');
  const { numbers } = await seedManyTickets(env, tenantId, tickets, now);
  await tickSome(env.DB, tenantId, numbers, now);
  const threadNumber = await lengthenThread(env.DB, tenantId, numbers.last, entriesOfThread);
  const adminId = await person('Nora Lind', 'admin');

  const contact = { kind: 'contact', tenantId, host: hostname, accountId, isViewAs: false } as const;
  const { agentHost } = readSettings(env);
  return {
    portalHost: hostname,
    agentHost,
    cookies: {
      admin: await newCookie(env, { ...contact, contactId: adminId, role: 'admin', sees: 'account' }, now),
      member: await newCookie(env, { ...contact, contactId: memberId, role: 'member', sees: 'own' }, now),
      agent: await newCookie(env, { kind: 'agent', tenantId, host: agentHost, agentId: ownerId, role: 'owner' }, now),
    },
    threadNumber,
    demo: await demoOf(env, now),
  };
}

async function demoOf(env: Env, now: number): Promise<Seeded['demo']> {
  const { longest, host, ...reader } = await demoReader(env.DB);
  const admin = { kind: 'contact', host, role: 'admin', sees: 'account', isViewAs: false } as const;
  return { host, longest, cookie: await newCookie(env, { ...admin, ...reader }, now) };
}
