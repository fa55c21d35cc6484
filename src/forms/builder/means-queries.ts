import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { priorities, teams } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named, rawRows } from '#db/statement.ts';

export function prioritiesOf(scope: TenantScope) {
  return many(
    build
      .select(named({ id: priorities.id, label: priorities.label, isDefault: priorities.isDefault }))
      .from(priorities)
      .where(and(eq(priorities.tenantId, scope.tenant.id), isNull(priorities.retiredAt)))
      .orderBy(asc(priorities.position)),
  );
}

export function teamsOf(scope: TenantScope) {
  return many(
    build
      .select(named({ id: teams.id, label: teams.name }))
      .from(teams)
      .where(and(eq(teams.tenantId, scope.tenant.id), isNull(teams.retiredAt)))
      .orderBy(asc(teams.position))
      .limit(200),
  );
}

/** Accounts by what somebody typed, one a line: a whole name however its letters are, or an external id. */
export function accountsTyped(scope: TenantScope, lines: readonly string[]) {
  const { id: tenantId } = scope.tenant;
  const typed = sql`json_each(${JSON.stringify(lines)}) t`;
  return rawRows(
    sql`select t.value as line, a.id as id from ${typed}
        join accounts a indexed by accounts_name on a.tenant_id = ${tenantId} and a.name collate nocase = t.value
      union select t.value as line, a.id as id from ${typed}
        join accounts a indexed by accounts_external on a.tenant_id = ${tenantId} and a.external_id = t.value`,
    (row) => ({ line: String(row['line']), id: String(row['id']) }),
  );
}

export function accountNames(scope: TenantScope, formId: string) {
  return rawRows(
    sql`select a.id as id, a.name as name from forms f, json_each(f.audience, '$.accounts') x
      join accounts a on a.tenant_id = f.tenant_id and a.id = x.value
      where f.tenant_id = ${scope.tenant.id} and f.id = ${formId} order by a.name collate nocase, a.id`,
    (row) => ({ id: String(row['id']), name: String(row['name']) }),
  );
}
