import { env } from 'cloudflare:workers';
import { agentOf, ownerOf } from './agent-of.ts';
import { type AgentAtWork, agentAtWork } from './at-work.ts';
import { contactOf, type TestContact } from './contact-of.ts';
import { browserOf } from './desk-page.ts';
import { newTenant, type TestTenant } from './new-tenant.ts';

export interface AccountDesk {
  readonly tenant: TestTenant;
  /** Owner, who may change, and agent, who may read. */
  readonly olivia: AgentAtWork;
  readonly amir: AgentAtWork;
  readonly owner: ReturnType<typeof browserOf>;
  readonly agent: ReturnType<typeof browserOf>;
  /** Admin of an account. */
  readonly nora: TestContact;
  /** The account's address. */
  readonly account: string;
  /** Nora's address in it. */
  readonly person: string;
}

/** A tenant with one customer, and its agents' browsers. */
export async function accountDesk(): Promise<AccountDesk> {
  const tenant = await newTenant();
  const olivia = await agentAtWork(ownerOf(tenant));
  const amir = await agentAtWork(await agentOf(tenant, { name: 'Amir Haddad' }));
  const nora = await contactOf(tenant, { name: 'Nora Lind' });
  const account = `/accounts/${nora.accountId}`;
  const person = `${account}/people/${nora.id}`;
  return { tenant, olivia, amir, owner: browserOf(olivia), agent: browserOf(amir), nora, account, person };
}

export interface AuditRow {
  readonly action: string;
  readonly actor_id: string | null;
  readonly account_id: string | null;
  readonly subject_id: string | null;
  readonly detail: string;
}

/** What the audit says of what agents did at the tenant, oldest first, sign-ins left out. */
export async function auditOf(tenant: TestTenant): Promise<readonly AuditRow[]> {
  const { results } = await env.DB.prepare(
    `select action, actor_id, account_id, subject_id, detail from audit_entries
      where tenant_id = ? and actor_kind = 'agent' and action <> 'session.opened' order by at, rowid`,
  )
    .bind(tenant.id)
    .all();
  return results.map((row) => ({
    action: String(row['action']),
    actor_id: textOf(row['actor_id']),
    account_id: textOf(row['account_id']),
    subject_id: textOf(row['subject_id']),
    detail: String(row['detail']),
  }));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
