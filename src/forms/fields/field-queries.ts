import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow, rawRows } from '#db/statement.ts';
import { fieldColumns, fieldOf } from './field.ts';

/** Fields that a tenant may have, the retired ones too: pages and batches load them all. */
export const mostFields = 100;

export function fieldsOf(scope: TenantScope) {
  return rawRows(
    sql`select ${sql.raw(fieldColumns)} from fields f where f.tenant_id = ${scope.tenant.id}
      order by f.retired_at is not null, f.position, f.id limit ${mostFields}`,
    fieldOf,
  );
}

export function fieldById(scope: TenantScope, fieldId: string) {
  return rawRow(
    sql`select ${sql.raw(fieldColumns)} from fields f where f.tenant_id = ${scope.tenant.id} and f.id = ${fieldId}`,
    fieldOf,
  );
}
