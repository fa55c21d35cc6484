import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent, ContactRole } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { mustManage } from '../rights.ts';
import {
  type DomainPlace,
  deleteDomain,
  domainsOf,
  ownerOfDomain,
  putDomain,
  setConfirmed,
} from './account-queries.ts';
import { mailDomainOf } from './mail-domain.ts';

export interface AccountDomain {
  readonly domain: string;
  /** What newcomers of the domain become. */
  readonly role: ContactRole;
  readonly confirmedAt: number | null;
}

/** The mail domains of an account. */
export function listDomains(scope: TenantScope, accountId: string): Statement<readonly AccountDomain[]> {
  return domainsOf(scope, accountId);
}

/** Adds a domain, not confirmed: it lets nobody in yet. `taken`: another account has it. `domain` has been through `mailDomainOf`. */
export async function addDomain(
  scope: TenantScope,
  actor: Agent,
  input: DomainPlace & { readonly role: ContactRole },
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'taken' }> {
  mustManage(actor);
  const { accountId, domain, role } = input;
  const { owner } = await run(scope.db, {
    put: putDomain(scope, input, role),
    entry: entry(scope, 'domain.added', actor, accountId, { domain, role }, origin),
    owner: ownerOfDomain(scope, domain),
  });
  return { outcome: owner?.accountId === accountId ? 'done' : 'taken' };
}

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
    entry: entry(scope, 'domain.confirmed', actor, accountId, { domain }, origin),
    owner: ownerOfDomain(scope, domain),
  });
  if (owner?.accountId !== accountId) throw notFound();
}

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
    entry: entry(scope, 'domain.removed', actor, accountId, { domain }, origin),
  });
}

function entry(
  scope: TenantScope,
  action: 'domain.added' | 'domain.confirmed' | 'domain.removed',
  actor: Agent,
  accountId: string,
  detail: Readonly<Record<string, string>>,
  origin: Origin,
): Statement<number> {
  return auditedIfChanged(scope, { action, actor, accountId, subjectId: accountId, detail, origin });
}
