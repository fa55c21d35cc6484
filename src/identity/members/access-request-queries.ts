import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import type { Decider } from './decider.ts';
import { mayDecide } from './member-queries.ts';

export interface AccessRequest {
  readonly id: string;
  readonly email: string;
  readonly createdAt: number;
}

/** Through `access_requests_open`, which holds the undecided ones alone. */
export function openAccessRequests(scope: TenantScope, accountId: string) {
  return rawRows(
    sql`select id, email, created_at as createdAt from access_requests indexed by access_requests_open
      where tenant_id = ${scope.tenant.id} and account_id = ${accountId} and decided_at is null
      order by created_at, id limit 100`,
    requestOf,
  );
}

/** What became of a request of this account; null while nobody has decided, or where there is none. */
export function outcomeOf(scope: TenantScope, requestId: string, accountId: string) {
  return rawRow(
    sql`select outcome from access_requests
      where tenant_id = ${scope.tenant.id} and id = ${requestId} and account_id = ${accountId}`,
    (row) => (row['outcome'] === 'granted' || row['outcome'] === 'refused' ? row['outcome'] : null),
  );
}

/** One of them with the contact who owns its address, if there is one; null when nobody waits under this id. */
export function openAccessRequest(scope: TenantScope, by: Decider, requestId: string, accountId: string) {
  return rawRow(
    sql`select r.id as id, r.email as email, r.created_at as createdAt, a.contact_id as contactId,
        ${mayDecide(scope, by, accountId)} as decides
      from access_requests r
      left join contact_addresses a on a.tenant_id = r.tenant_id and a.email = r.email
      where r.tenant_id = ${scope.tenant.id} and r.id = ${requestId} and r.account_id = ${accountId}
        and r.decided_at is null`,
    (row) => ({
      ...requestOf(row),
      contactId: row['contactId'] === null ? null : String(row['contactId']),
      decides: row['decides'] === 1,
    }),
  );
}

/** Decides an undecided request, or stops the whole batch: isGuarded `access_requests.created_at`. */
export function decideRequest(
  scope: TenantScope,
  by: Decider,
  request: { readonly id: string; readonly accountId: string },
  outcome: 'granted' | 'refused',
) {
  return raw(sql`update access_requests set decided_at = ${scope.now}, outcome = ${outcome},
      decider_kind = ${by.kind}, decider_id = ${by.id},
      created_at = case when decided_at is null and ${mayDecide(scope, by, request.accountId)} then created_at end
    where tenant_id = ${scope.tenant.id} and id = ${request.id} and account_id = ${request.accountId}`);
}

function requestOf(row: Record<string, SqlValue>): AccessRequest {
  return { id: String(row['id']), email: String(row['email']), createdAt: Number(row['createdAt']) };
}
