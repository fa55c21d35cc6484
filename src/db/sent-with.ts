import { type SQL, sql } from 'drizzle-orm';
import { contactName } from './contact-name.ts';
import type { SqlValue } from './statement.ts';

/**
 * What a request was sent with, as columns: of `form_versions v`, of `ticket_answers ta` where it has some,
 * and of the ticket's own row `t`, or another with its tenant and id. `readable` says what contacts may read now.
 */
export function sentColumns(t: { readonly tenantId: SQL; readonly ticketId: SQL }): SQL {
  const texts = sql`(select j.atom from json_tree(ta.answers) j where j.type = 'text')`;
  return sql`v.definition as definition, coalesce(ta.answers, '{}') as answers,
    (select json_group_array(f.id) from fields f where f.tenant_id = ${t.tenantId} and f.portal_access <> 'none'
      and f.id in (select j.value ->> 'id' from json_each(v.definition, '$.fields') j)) as readable,
    (select json_group_object(c.id, ${contactName('c')}) from contacts c
      where c.tenant_id = ${t.tenantId} and c.id in ${texts}) as people,
    (select json_group_object(a.id, json_array(a.name, a.size)) from attachments a
      where a.tenant_id = ${t.tenantId} and a.id in ${texts} and a.ticket_id = ${t.ticketId}) as files`;
}

/** What a request was sent with, as the database holds it: JSON each. */
export interface SentRow {
  readonly definition: string;
  readonly answers: string;
  /** Ids of the fields that contacts may read now. */
  readonly readable: string;
  /** Names of people, and names and sizes of files, by id. */
  readonly people: string;
  readonly files: string;
}

export function sentRowOf(row: Readonly<Record<string, SqlValue>>): SentRow {
  const of = (column: keyof SentRow) => String(row[column]);
  return {
    definition: of('definition'),
    answers: of('answers'),
    readable: of('readable'),
    people: of('people'),
    files: of('files'),
  };
}
