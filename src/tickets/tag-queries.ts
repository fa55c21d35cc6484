import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { tags, tickets, ticketTags } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { build, many, named, raw } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';

const mostSuggestions = 300;

/** Makes the tags of these names that the tenant does not have yet. Names are as `#lib/tag-name.ts` makes them. */
export function makeTags(scope: TenantScope, names: readonly string[]) {
  const rows = JSON.stringify(names.map((name) => [newId('tag', scope.now), name]));
  return raw(sql`insert into tags (tenant_id, id, name, created_at)
    select ${scope.tenant.id}, value ->> 0, value ->> 1, ${scope.now} from json_each(${rows})
    where true on conflict (tenant_id, name) do nothing`);
}

/** Puts tags of the tenant on a ticket; those that it has stay. */
export function tagTicket(scope: TenantScope, ticketId: string, names: readonly string[]) {
  return raw(sql`insert into ticket_tags (tenant_id, ticket_id, tag_id)
    select tenant_id, ${ticketId}, id from tags where ${ofNames(scope, names)}
    on conflict do nothing`);
}

export function untagTicket(scope: TenantScope, ticketId: string, names: readonly string[]) {
  return raw(sql`delete from ticket_tags where tenant_id = ${scope.tenant.id} and ticket_id = ${ticketId}
    and tag_id in (select id from tags where ${ofNames(scope, names)})`);
}

/** The tags of the ticket with this number, by name. For agents only. */
export const tagsOf = prepared((scope, number: Slot<number>) =>
  many(
    build
      .select(named({ name: tags.name }))
      .from(tickets)
      .innerJoin(ticketTags, and(eq(ticketTags.tenantId, tickets.tenantId), eq(ticketTags.ticketId, tickets.id)))
      .innerJoin(tags, and(eq(tags.tenantId, ticketTags.tenantId), eq(tags.id, ticketTags.tagId)))
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number)))
      .orderBy(asc(tags.name)),
  ),
);

/** The tenant's tags by name, for suggestions. */
export const listTags = prepared((scope) =>
  many(
    build
      .select(named({ name: tags.name }))
      .from(tags)
      .where(eq(tags.tenantId, scope.tenant.id))
      .orderBy(asc(tags.name))
      .limit(mostSuggestions),
  ),
);

function ofNames(scope: TenantScope, names: readonly string[]) {
  return sql`tenant_id = ${scope.tenant.id} and name in (select value from json_each(${JSON.stringify(names)}))`;
}
