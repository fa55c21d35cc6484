import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { contactName } from '#db/contact-name.ts';
import { searchKinds } from '#db/schema/search.ts';
import { categories } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow, rawRows, type Statement } from '#db/statement.ts';
import { excerptOf } from './excerpt.ts';
import { deskIndex, found, type Search, textAt } from './search-queries.ts';

const hit = z.object({
  at: z.number(),
  kind: z.enum(searchKinds),
  snippet: z.string(),
  /** Of the field that the text stands in. */
  fieldLabel: z.string().nullable(),
  number: z.number(),
  subject: z.string(),
  category: z.enum(categories),
  statusLabel: z.string(),
  requesterName: z.string(),
  accountName: z.string(),
  activityAt: z.number(),
});

type DeskHit = z.infer<typeof hit>;

/** Tickets of the tenant in which the words stand, those with the newest text first. */
export function searchDesk(scope: TenantScope, search: Search, limit: number): Statement<readonly DeskHit[]> {
  const index = deskIndex(scope);
  const page = found(index, search, undefined, limit);
  return rawRows(
    sql`with page as materialized (select * from ${page})
      select f.at as at, f.kind as kind, ${textAt(sql`f.at`)} as text,
        fi.label as fieldLabel, t.number as number, t.subject as subject, t.category as category,
        s.label as statusLabel, ${contactName('c')} as requesterName, a.name as accountName,
        t.activity_at as activityAt
      from page f
      cross join tickets t on t.tenant_id = ${scope.tenant.id} and t.id = f.ticket_id
      cross join statuses s on s.tenant_id = t.tenant_id and s.id = t.status_id
      cross join contacts c on c.tenant_id = t.tenant_id and c.id = t.requester_id
      cross join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
      left join fields fi on fi.tenant_id = t.tenant_id and fi.id = f.field_id
      order by f.at desc`,
    ({ text, ...row }) => hit.parse({ ...row, snippet: excerptOf(String(text ?? ''), search.words.phrases) }),
  );
}

/** Whether the tenant has a ticket with this number. */
export function ticketNumbered(scope: TenantScope, number: number): Statement<string | null> {
  return rawRow(
    sql`select subject from tickets where tenant_id = ${scope.tenant.id} and number = ${number}`,
    ({ subject }) => String(subject),
  );
}
