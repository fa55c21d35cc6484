import { sql } from 'drizzle-orm';
import type { ShardScope } from '#db/scopes.ts';
import { raw, rawRows } from '#db/statement.ts';
import { unsentSweptAfterMs } from './limits.ts';

export interface UnsentFile {
  readonly tenantId: string;
  readonly id: string;
  readonly objectKey: string;
}

/** Files that nobody has sent for a day, the oldest first. */
export function listUnsent(scope: ShardScope, most: number) {
  return rawRows(
    sql`select tenant_id, id, object_key from attachments
      where attached_at is null and created_at < ${scope.now - unsentSweptAfterMs} order by created_at limit ${most}`,
    (row): UnsentFile => ({
      tenantId: String(row['tenant_id']),
      id: String(row['id']),
      objectKey: String(row['object_key']),
    }),
  );
}

/** Takes one away unless it was sent meanwhile. */
export function deleteIfUnsent(_scope: ShardScope, { tenantId, id }: UnsentFile) {
  return raw(sql`delete from attachments where tenant_id = ${tenantId} and id = ${id} and attached_at is null`);
}
