import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { type DomainPlace, ownerOfDomain, setConfirmed } from './account-queries.ts';
import { mailDomainOf } from './mail-domain.ts';

/** From now on the domain may let people in, as the tenant's settings say. */
export async function confirmDomain(
  scope: TenantScope,
  actor: Agent,
  place: DomainPlace,
  origin: Origin,
): Promise<void> {
  mustManage(actor);
  const { accountId, domain } = place;
  // The list of mail providers may have grown since it was added.
  if (!mailDomainOf(domain).ok) throw new Problem('invalid', 'domain_public');
  const { owner } = await run(scope.db, {
    confirmed: setConfirmed(scope, place, actor.id),
    entry: auditedIfChanged(scope, {
      action: 'domain.confirmed',
      actor,
      accountId,
      subjectId: accountId,
      detail: { domain },
      origin,
    }),
    owner: ownerOfDomain(scope, domain),
  });
  if (owner?.accountId !== accountId) throw notFound();
}
