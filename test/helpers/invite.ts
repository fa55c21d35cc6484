import { env } from 'cloudflare:workers';
import { readSettings } from '#env.ts';
import type { InvitedRole } from '#identity/invitations/invitation.ts';
import { invite } from '#identity/invitations/invite.ts';
import { nowhere } from '#lib/origin.ts';
import type { TestAgent } from './agent-of.ts';
import type { TestContact } from './contact-of.ts';
import { scopeOf } from './new-tenant.ts';
import { sentMail, testEnv } from './post-office.ts';
import { recordEffects } from './record-effects.ts';
import { agentHost } from './request.ts';

export interface TestInvitation {
  readonly id: string;
  readonly email: string;
  readonly host: string;
  /** Of the link in the mail. */
  readonly path: string;
}

interface Wish {
  /** Null: to the agents. The inviter's own account unless told; an agent's invitation is to the agents. */
  readonly accountId?: string | null;
  readonly email?: string;
  readonly name?: string;
  readonly role?: InvitedRole;
  readonly now?: number;
}

let made = 0;

/** Everything that operations need to invite, and the mails that they owe. */
export function invitationDeps() {
  return { pepper: readSettings(env).pepper, origin: nowhere, effects: recordEffects() };
}

/** Somebody is invited, and the mail has come: its link. */
export async function invited(by: TestContact | TestAgent, wish: Wish = {}): Promise<TestInvitation> {
  made += 1;
  const accountId = wish.accountId ?? (by.kind === 'contact' ? by.accountId : null);
  const { email = `invited${made}@newcomer.test`, name = '' } = wish;
  const role = wish.role ?? (accountId === null ? 'agent' : 'member');
  const deps = invitationDeps();
  const scope = await scopeOf(by.tenant, wish.now);
  const result = await invite(scope, by, { accountId, email, name, role }, deps);
  if (!result.ok) throw new Error(`${email} was not invited: ${result.fault}`);
  await deliverAll(by.tenant.id, deps.effects.mails);
  const host = accountId === null ? agentHost : by.tenant.host;
  return { id: result.invitationId, email, host, path: newestInvitation(email) };
}

/** What the courier does with these at once. */
export async function deliverAll(tenantId: string, outboxIds: readonly string[]): Promise<void> {
  await testEnv().MAIL_QUEUE.sendBatch(outboxIds.map((outboxId) => ({ body: { tenantId, outboxId } })));
}

/** The path of the newest invitation that was mailed to an address. */
export function newestInvitation(email: string): string {
  const [path] = sentMail(email).flatMap(({ text }) => /https?:\/\/\S+\/invitations\/[\w-]+/.exec(text)?.[0] ?? []);
  if (path === undefined) throw new Error(`No invitation was mailed to ${email}`);
  return new URL(path).pathname;
}
