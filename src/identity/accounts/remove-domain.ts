import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { type DomainPlace, deleteDomain } from './account-queries.ts';

/** People who came by the domain stay; nobody new comes by it. */
export async function removeDomain(
  scope: TenantScope,
  actor: Agent,
  place: DomainPlace,
  origin: Origin,
): Promise<void> {
  mustManage(actor);
  const { accountId, domain } = place;
  await run(scope.db, {
    removed: deleteDomain(scope, place),
    entry: auditedIfChanged(scope, {
      action: 'domain.removed',
      actor,
      accountId,
      subjectId: accountId,
      detail: { domain },
      origin,
    }),
  });
}
