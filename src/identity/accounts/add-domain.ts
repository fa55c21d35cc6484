import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent, ContactRole } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { type DomainPlace, ownerOfDomain, putDomain } from './account-queries.ts';

/**
 * Adds a domain, not confirmed: it lets nobody in yet. `taken`: another account
 * has it. `most`: the account has as many as its list shows. `domain` has been
 * through `mailDomainOf`.
 */
export async function addDomain(
  scope: TenantScope,
  actor: Agent,
  input: DomainPlace & { readonly role: ContactRole },
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'taken' | 'most' }> {
  mustManage(actor);
  const { accountId, domain, role } = input;
  const { owner } = await run(scope.db, {
    put: putDomain(scope, input, role),
    entry: auditedIfChanged(scope, {
      action: 'domain.added',
      actor,
      accountId,
      subjectId: accountId,
      detail: { domain, role },
      origin,
    }),
    owner: ownerOfDomain(scope, domain),
  });
  if (owner === null) return { outcome: 'most' };
  return { outcome: owner.accountId === accountId ? 'done' : 'taken' };
}
