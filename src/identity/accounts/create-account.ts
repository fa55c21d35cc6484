import { audited } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { insertAccount } from '../people/people-queries.ts';
import { accountOf } from './account-queries.ts';

export interface NewAccount {
  /** Made with the form: a form that is sent twice makes one account. */
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
}

/** A customer company, added by an agent. `external_id_taken`: another account has it. */
export async function createAccount(
  scope: TenantScope,
  actor: Agent,
  input: NewAccount,
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'external_id_taken' }> {
  mustManage(actor);
  const { id } = input;
  try {
    await run(scope.db, {
      account: insertAccount(scope, input),
      entry: audited(scope, { action: 'account.added', actor, accountId: id, subjectId: id, origin }),
    });
  } catch (error) {
    if (!isDuplicate(error, 'accounts')) throw error;
    // The same form again, or another account's external id.
    const { there } = await run(scope.db, { there: accountOf(scope, id) });
    if (!there) return { outcome: 'external_id_taken' };
  }
  return { outcome: 'done' };
}
