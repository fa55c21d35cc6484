import { type SQL, sql } from 'drizzle-orm';
import { ticketAnswers } from '#db/schema/answers.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, rawRow, write } from '#db/statement.ts';
import { type Viewer, visibleTicketId } from './access-queries.ts';

export interface NewAnswers {
  readonly ticketId: string;
  readonly formId: string;
  readonly version: number;
  /** JSON, of what was shown. */
  readonly answers: string;
}

export function insertAnswers({ tenant }: TenantScope, answers: NewAnswers) {
  return write(build.insert(ticketAnswers).values({ tenantId: tenant.id, ...answers }));
}

/** What that request was sent with, where the viewer may see it. */
export function portalSent(scope: TenantScope, viewer: Viewer, number: number) {
  return sentWith(scope, sql`(${visibleTicketId(scope, viewer, number)})`);
}

export function deskSent(scope: TenantScope, number: number) {
  return sentWith(scope, sql`(select id from tickets where tenant_id = ${scope.tenant.id} and number = ${number})`);
}

function sentWith({ tenant }: TenantScope, ticketId: SQL) {
  const texts = sql`(select j.atom from json_tree(ta.answers) j where j.type = 'text')`;
  return rawRow(
    sql`select coalesce(ta.answers, '{}') as answers, v.definition as definition,
      (select json_group_array(f.id) from fields f where f.tenant_id = t.tenant_id and f.portal_access <> 'none'
        and f.id in (select j.value ->> 'id' from json_each(v.definition, '$.fields') j)) as readable,
      (select json_group_object(c.id, coalesce(nullif(c.name, ''), c.email)) from contacts c
        where c.tenant_id = t.tenant_id and c.id in ${texts}) as people,
      (select json_group_object(a.id, a.name) from attachments a
        where a.tenant_id = t.tenant_id and a.id in ${texts} and a.ticket_id = t.id) as files
    from tickets t
    join form_versions v on v.tenant_id = t.tenant_id and v.form_id = t.form_id and v.version = t.form_version
    left join ticket_answers ta on ta.tenant_id = t.tenant_id and ta.ticket_id = t.id
    where t.tenant_id = ${tenant.id} and t.id = ${ticketId}`,
    (row) => ({
      answers: String(row['answers']),
      definition: String(row['definition']),
      readable: String(row['readable']),
      people: String(row['people']),
      files: String(row['files']),
    }),
  );
}
