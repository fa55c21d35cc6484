import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { type AccountFields, accountOf, tiersOf, updateAccount } from './account-queries.ts';
import { isExternalIdTaken } from './external-id.ts';

export interface Account extends AccountFields {
  readonly id: string;
  readonly createdAt: number;
}

/** An account of the tenant; null when it has none of this id. */
export function findAccount(scope: TenantScope, accountId: string): Statement<Account | null> {
  return accountOf(scope, accountId);
}

/** The tiers that the tenant's accounts have, for suggestions. */
export function listTiers(scope: TenantScope): Statement<readonly string[]> {
  return tiersOf(scope);
}

/** Changes what is different from `account`, as it was read. `external_id_taken`: another account has it. */
export async function changeAccount(
  scope: TenantScope,
  actor: Agent,
  account: Account,
  to: AccountFields,
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'unchanged' | 'external_id_taken' }> {
  mustManage(actor);
  const detail = differences(account, to);
  if (Object.keys(detail).length === 0) return { outcome: 'unchanged' };
  const { id } = account;
  try {
    await run(scope.db, {
      account: updateAccount(scope, id, to),
      entry: audited(scope, { action: 'account.changed', actor, accountId: id, subjectId: id, detail, origin }),
    });
  } catch (error) {
    if (isExternalIdTaken(error)) return { outcome: 'external_id_taken' };
    throw error;
  }
  return { outcome: 'done' };
}

/** Names are no matter of the audit; who sees what is. */
function differences(from: AccountFields, to: AccountFields): Readonly<Record<string, boolean>> {
  return {
    ...(from.name !== to.name && { name: true }),
    ...(from.externalId !== to.externalId && { externalId: true }),
    ...(from.membersSeeAll !== to.membersSeeAll && { membersSeeAll: to.membersSeeAll === 1 }),
    ...(from.tier !== to.tier && { tier: true }),
  };
}
