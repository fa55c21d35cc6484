import { and, asc, eq, sql } from 'drizzle-orm';
import { accountDomains } from '#db/schema/access.ts';
import { accounts } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named, one, raw, rawRows, write } from '#db/statement.ts';
import type { ContactRole } from '#lib/actor.ts';

/** Domains of one account. */
const mostDomains = 100;
const mostTiers = 100;

export interface AccountFields {
  readonly name: string;
  readonly externalId: string | null;
  /** 1: members see every request of the account. */
  readonly membersSeeAll: number;
  /** What kind of customer it is, in the tenant's word; empty: none. */
  readonly tier: string;
}

export interface DomainPlace {
  readonly accountId: string;
  readonly domain: string;
}

/** An account of the tenant; null when it has none of this id. */
export function accountOf(scope: TenantScope, accountId: string) {
  return one(
    build
      .select(
        named({
          id: accounts.id,
          name: accounts.name,
          externalId: accounts.externalId,
          membersSeeAll: accounts.membersSeeAll,
          tier: accounts.tier,
          createdAt: accounts.createdAt,
        }),
      )
      .from(accounts)
      .where(thisAccount(scope, accountId)),
  );
}

/** The tiers that accounts have, each by a step in the index. */
export function tiersOf(scope: TenantScope) {
  const next = sql`(select min(a.tier) from accounts a where a.tenant_id = ${scope.tenant.id} and a.tier <> '' and a.tier > found.tier)`;
  return rawRows(
    sql`with recursive found(tier) as (
        select '' union all select ${next} from found where found.tier is not null limit ${mostTiers + 1})
      select tier from found where tier <> '' order by tier`,
    (row) => String(row['tier']),
  );
}

export function updateAccount(scope: TenantScope, accountId: string, fields: AccountFields) {
  return write(build.update(accounts).set(fields).where(thisAccount(scope, accountId)));
}

/** An account's mail domains, by name. */
export function domainsOf(scope: TenantScope, accountId: string) {
  return many(
    build
      .select(
        named({ domain: accountDomains.domain, role: accountDomains.role, confirmedAt: accountDomains.confirmedAt }),
      )
      .from(accountDomains)
      .where(and(eq(accountDomains.tenantId, scope.tenant.id), eq(accountDomains.accountId, accountId)))
      .orderBy(asc(accountDomains.domain))
      .limit(mostDomains),
  );
}

/** Which account has this domain. */
export function ownerOfDomain(scope: TenantScope, domain: string) {
  return one(
    build
      .select(named({ accountId: accountDomains.accountId }))
      .from(accountDomains)
      .where(and(eq(accountDomains.tenantId, scope.tenant.id), eq(accountDomains.domain, domain))),
  );
}

/** Nothing where some account of the tenant has it, or this one has as many as its list shows. */
export function putDomain(scope: TenantScope, { accountId, domain }: DomainPlace, role: ContactRole) {
  return raw(sql`insert into account_domains (tenant_id, domain, account_id, role, created_at)
    select ${scope.tenant.id}, ${domain}, ${accountId}, ${role}, ${scope.now}
    where (select count(*) from account_domains where tenant_id = ${scope.tenant.id} and account_id = ${accountId}) < ${mostDomains}
    on conflict do nothing`);
}

export function setConfirmed(scope: TenantScope, place: DomainPlace, agentId: string) {
  return write(
    build
      .update(accountDomains)
      .set({ confirmedAt: scope.now, confirmedBy: agentId })
      .where(and(thisDomain(scope, place), sql`${accountDomains.confirmedAt} is null`)),
  );
}

export function deleteDomain(scope: TenantScope, place: DomainPlace) {
  return write(build.delete(accountDomains).where(thisDomain(scope, place)));
}

function thisAccount(scope: TenantScope, accountId: string) {
  return and(eq(accounts.tenantId, scope.tenant.id), eq(accounts.id, accountId));
}

function thisDomain(scope: TenantScope, { accountId, domain }: DomainPlace) {
  return and(
    eq(accountDomains.tenantId, scope.tenant.id),
    eq(accountDomains.domain, domain),
    eq(accountDomains.accountId, accountId),
  );
}
