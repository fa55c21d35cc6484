import type { TenantScope } from '#db/scopes.ts';
import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { type Account, findAccount, listTiers } from '#identity/accounts/change-account.ts';
import type { Agent, AgentClaim } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { ViewCounts } from '../desk-shell.tsx';
import { accountIdOf } from './account-address.ts';

/** Who asks, and the account that the address names. */
export interface AtAccount {
  readonly actor: Agent;
  readonly rows: { readonly counts: ViewCounts };
  readonly account: Account;
  /** Tiers that accounts have. */
  readonly tiers: readonly string[];
}

/** For pages and forms that change something of an account: 404 for agents who may not, and for what is not the tenant's. */
export async function visitAccount(c: AppContext): Promise<AtAccount> {
  const id = accountIdOf(c);
  const { actor, rows } = await visitAsAgent(c, (scope: TenantScope, claim: AgentClaim) => ({
    ...loadDeskFrame(scope, claim),
    account: findAccount(scope, id),
    tiers: listTiers(scope),
  }));
  mustManage(actor);
  if (!rows.account) throw notFound();
  return { actor, rows, account: rows.account, tiers: rows.tiers };
}
