import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow } from '#db/statement.ts';
import type { Claimed } from './outbox-queries.ts';
import type { SentRow } from './sent-answers.ts';

/** What a new request was sent with, for the holder of the claim on a mail that tells of it; null for all other mail. */
export function claimedAnswers(scope: TenantScope, { outboxId, claim }: Claimed) {
  const texts = sql`(select j.atom from json_tree(ta.answers) j where j.type = 'text')`;
  return rawRow(
    sql`select v.definition as definition, ta.answers as answers,
      (select json_group_array(f.id) from fields f where f.tenant_id = ta.tenant_id and f.portal_access <> 'none'
        and f.id in (select j.value ->> 'id' from json_each(v.definition, '$.fields') j)) as readable,
      (select json_group_object(c.id, coalesce(nullif(c.name, ''), c.email)) from contacts c
        where c.tenant_id = ta.tenant_id and c.id in ${texts}) as people,
      (select json_group_object(a.id, a.name) from attachments a
        where a.tenant_id = ta.tenant_id and a.id in ${texts} and a.ticket_id = ta.ticket_id) as files
    from outbox o
    join ticket_answers ta on ta.tenant_id = o.tenant_id and ta.ticket_id = o.ticket_id
    join form_versions v on v.tenant_id = ta.tenant_id and v.form_id = ta.form_id and v.version = ta.version
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'
      and o.kind in ('request_received', 'agent_new_request')`,
    (row): SentRow => ({
      definition: String(row['definition']),
      answers: String(row['answers']),
      readable: String(row['readable']),
      people: String(row['people']),
      files: String(row['files']),
    }),
  );
}
