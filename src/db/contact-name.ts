import { type SQL, sql } from 'drizzle-orm';

/** What pages and mails call a contact, a row by this name in the statement: by their address until they have said a name. */
export function contactName(row: string): SQL<string> {
  return sql.raw(`coalesce(nullif(${row}.name, ''), ${row}.email)`) as SQL<string>;
}
