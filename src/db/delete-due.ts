import { type SQL, sql } from 'drizzle-orm';
import { raw, type Statement } from './statement.ts';

/** For sweeps: deletes what is due, 500 rows at a time; `due` is to be met by an index that leads with it. */
export function deleteDue(table: SQL, key: SQL, due: SQL): Statement<number> {
  return raw(sql`delete from ${table} where (${key}) in (select ${key} from ${table} where ${due} limit 500)`);
}
