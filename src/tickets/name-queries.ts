import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, rawRows, type Statement } from '#db/statement.ts';

const mostNames = 500;

/** What priorities and forms are called, the retired ones too; by their ids. */
export function choiceNames({ tenant }: TenantScope): Statement<ReadonlyMap<string, string>> {
  const names = rawRows(
    sql`select id, name from (select p.id as id, p.label as name from priorities p where p.tenant_id = ${tenant.id}
      union all select f.id as id, f.name as name from forms f where f.tenant_id = ${tenant.id}) limit ${mostNames}`,
    (row) => [String(row['id']), String(row['name'])] as const,
  );
  return mapped(names, (rows) => new Map(rows));
}
