import * as z from 'zod';
import { newMeter } from '#db/database.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { addAccount } from '#identity/people/add-account.ts';
import { addAgent } from '#identity/people/add-agent.ts';
import { addContact } from '#identity/people/add-contact.ts';
import type { Tenant } from '#lib/tenant.ts';
import { addHostname } from '#onboarding/add-hostname.ts';
import { createTenant } from '#onboarding/create-tenant.ts';
import { newSqlRecorder, type SqlRecorder } from './sql-recorder.ts';

const person = z.strictObject({ name: z.string(), email: z.string() });
const more = {
  hosts: z.array(z.strictObject({ hostname: z.string(), canonical: z.boolean().optional() })).default([]),
  agents: z.array(person.extend({ role: z.enum(['owner', 'admin', 'agent']) })).default([]),
  accounts: z
    .array(
      z.strictObject({
        name: z.string().optional(),
        /** Of an account that is there already, in place of a name. */
        id: z.string().optional(),
        people: z.array(person.partial({ name: true }).extend({ role: z.enum(['admin', 'member']) })).default([]),
      }),
    )
    .default([]),
};

/** A new company (docs/deploy.md), or what an existing one, named by its id, gets besides. */
const company = z.union([
  z.strictObject({ id: z.string().startsWith('ten_'), ...more }),
  z.strictObject({
    slug: z.string(),
    name: z.string(),
    zone: z.string(),
    accent: z.string(),
    welcome: z.string().default(''),
    footerLinks: z.array(z.strictObject({ label: z.string(), url: z.string() })).default([]),
    owner: person,
    ...more,
  }),
]);

type Company = z.infer<typeof company>;

/** SQL that makes what the JSON describes, by the statements that the product itself uses. Throws for what it refuses. */
export async function companySql(json: unknown, vars: Record<string, unknown>, now: number): Promise<string> {
  const wanted = company.parse(json);
  const recorder = newSqlRecorder();
  const id = 'id' in wanted ? wanted.id : await create(wanted, recorder, vars, now);
  const db = { d1: recorder.d1, checkColumns: false, meter: newMeter() };
  const directory: DirectoryScope = { db, now };
  // Of the tenant, these statements bind the id and nothing else.
  const scope: TenantScope = { db, now, tenant: { id } as Tenant, onNewVersion: () => {} };
  for (const host of wanted.hosts) {
    await addHostname(directory, {
      ...host,
      canonical: host.canonical ?? false,
      tenantId: id,
      kind: 'custom',
      status: 'active',
    });
  }
  for (const agent of wanted.agents) await addAgent(directory, scope, agent);
  await addPeople(scope, wanted.accounts);
  return recorder.sql();
}

async function create(
  wanted: Exclude<Company, { id: string }>,
  recorder: SqlRecorder,
  vars: Record<string, unknown>,
  now: number,
): Promise<string> {
  const { hosts: _hosts, agents: _agents, accounts: _accounts, ...tenant } = wanted;
  // No secret plays a part in making a company.
  const secret = 'x'.repeat(32);
  const env = {
    ...vars,
    DB: recorder.d1,
    PEPPER: secret,
    SESSION_KEYS: `k1:${secret}`,
    REPLY_KEY: secret,
    SEAL_KEYS: `s1:${secret}`,
  };
  return (await createTenant(env as unknown as Env, tenant, now)).tenantId;
}

/** Somebody named in several accounts is one person with several places. */
async function addPeople(scope: TenantScope, accounts: Company['accounts']): Promise<void> {
  const people = new Map<string, Parameters<typeof addContact>[1]>();
  for (const account of accounts) {
    if ((account.id === undefined) === (account.name === undefined)) throw new Error('An account has a name or an id');
    const accountId = account.id ?? (await addAccount(scope, account.name ?? ''));
    for (const { name = '', email, role } of account.people) {
      const known = people.get(email) ?? { name, email, memberships: [] };
      people.set(email, { ...known, memberships: [...known.memberships, { accountId, role }] });
    }
  }
  for (const contact of people.values()) await addContact(scope, contact);
}
