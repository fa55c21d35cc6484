import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows } from '#db/statement.ts';

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
