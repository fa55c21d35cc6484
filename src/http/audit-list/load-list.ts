import type { AuditPage } from '#audit/entry.ts';
import type { AuditFilters } from '#audit/filters.ts';
import { findNames, findTyped } from '#audit/find-names.ts';
import { loadAudit } from '#audit/load-audit.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { type AuditQuery, type AuditTyped, filtersOf } from './audit-query.ts';

export interface Asked {
  readonly query: AuditQuery;
  readonly typed: AuditTyped;
  /** The account whose admin asks: of no other is anything found. Null: the tenant asks. */
  readonly within: string | null;
}

/** The fault of each field of the filters. */
export type AuditFaults = {
  readonly [field in 'person' | 'account_name' | 'from' | 'to']?: 'nobody' | 'none' | 'no_day';
};

/** The statements of the audit's page. Days are the tenant's until somebody is known. */
export function loadAuditList(scope: TenantScope, { query, typed, within }: Asked) {
  const { person, accountName } = typed;
  const filters = filtersWithin(query, scope.tenant.zone, within);
  return {
    page: loadAudit(scope, filters, query),
    ...findNames(scope, filters, within),
    ...findTyped(scope, { address: normalizeAddress(person) ?? '', account: accountName }, within),
  };
}

type Rows = Results<ReturnType<typeof loadAuditList>>;

export type Settled =
  /** What was typed has ids: the address that says them. */
  | { readonly kind: 'found'; readonly query: AuditQuery }
  | { readonly kind: 'page'; readonly page: AuditPage; readonly faults: AuditFaults };

/** What becomes of the rows: the page, another address, or what is wrong with the filters. */
export async function settleAuditList(scope: TenantScope, asked: Asked, rows: Rows, zone: string): Promise<Settled> {
  const { query, typed, within } = asked;
  const faults = faultsOf(typed, rows);
  const nothing = { items: [], next: null, isPartial: false };
  if (Object.keys(faults).length > 0) return { kind: 'page', page: nothing, faults };
  if (typed.person !== '' || typed.accountName !== '') return { kind: 'found', query: foundBy(query, typed, rows) };
  const hasDays = query.from !== null || query.to !== null;
  if (!hasDays || zone === scope.tenant.zone) return { kind: 'page', page: rows.page, faults };
  // Days are the reader's own, and their zone was not known before.
  const { page } = await run(scope.db, { page: loadAudit(scope, filtersWithin(query, zone, within), query) });
  return { kind: 'page', page, faults };
}

function faultsOf(typed: AuditTyped, { typedPeople, typedAccount }: Rows): AuditFaults {
  return {
    ...(typed.person !== '' && typedPeople.length === 0 && { person: 'nobody' }),
    ...(typed.accountName !== '' && typedAccount === null && { account_name: 'none' }),
    ...(typed.from !== '' && { from: 'no_day' }),
    ...(typed.to !== '' && { to: 'no_day' }),
  };
}

function foundBy(query: AuditQuery, typed: AuditTyped, { typedPeople, typedAccount }: Rows): AuditQuery {
  return {
    ...query,
    before: null,
    ...(typed.person !== '' && { who: typedPeople }),
    ...(typed.accountName !== '' && { account: typedAccount }),
  };
}

/** The filters of a query; of an account's admin always those of the account. */
export function filtersWithin(query: AuditQuery, zone: string, within: string | null): AuditFilters {
  const filters = filtersOf(query, zone);
  return within === null ? filters : { ...filters, accountId: within };
}
