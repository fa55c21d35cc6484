import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { seenBy } from '#db/ticket-sight.ts';
import { foldedKey } from '#forms/value-keys.ts';
import { firstIdAt } from '#lib/ids.ts';
import type { SearchWords } from '#lib/search-words.ts';
import type { Viewer } from './access-queries.ts';
import type { ListFilter } from './list-filter.ts';
import type { ListPlan } from './list-plan.ts';
import type { FieldFilter, FieldTest, ListCursor, RequestSort, Span } from './request-query.ts';
import { found, requestIndex } from './search-queries.ts';

/** What is read of an index. */
export interface Source {
  readonly plan: ListPlan;
  readonly filter: ListFilter;
  readonly from: ListCursor['from'];
  /** Rows of the index. */
  readonly limit: number;
  readonly sort: RequestSort;
  readonly ascending: boolean;
  readonly words: SearchWords | null;
}

/**
 * Rows of `tickets` in an index's order, with what the list asks of each: `place`
 * (the index's key), `hit` (1 where it is shown), `major` and `minor` (what the
 * list is sorted by, the greatest first), `kind` (of the text that was found). Reads `limit` rows of the index.
 */
export function sourceOf(scope: TenantScope, viewer: Viewer, source: Source): SQL {
  const { plan, filter, limit } = source;
  const { major, minor } = ranksOf(scope, source);
  const asked = sql`x.*, (${hitOf(scope, viewer, source)}) as hit, ${major} as major, ${minor} as minor`;
  const done = filter.done ? 1 : 0;
  if (source.words !== null) {
    const search = { words: source.words, before: source.from?.[0] ?? null };
    return sql`select w.at as place, w.kind as kind, ${asked}
      from ${found(requestIndex(scope, viewer), search, undefined, limit)} w
      cross join tickets x on x.tenant_id = ${scope.tenant.id} and x.id = w.ticket_id limit ${limit}`;
  }
  if (plan.along === 'value' || plan.person !== null) {
    const walk = plan.along === 'value' ? alongValue(scope, viewer, source) : alongPerson(scope, viewer, source);
    return sql`select w.place as place, null as kind, ${asked} from (${walk}) w
      cross join tickets x on x.tenant_id = ${scope.tenant.id} and x.id = w.id limit ${limit}`;
  }
  const byActivity = plan.along === 'activity';
  const key = byActivity ? sql`x.public_activity_at` : sql`0`;
  const index = byActivity ? sql`tickets_account_done` : sql`tickets_account_created`;
  return sql`select ${key} as place, null as kind, ${asked} from tickets x indexed by ${index}
    where x.tenant_id = ${scope.tenant.id} and x.account_id = ${viewer.accountId} and x.done = ${done}
      and ${within(source, byActivity ? key : null, sql`x.id`)} ${ordered(plan, byActivity ? key : null, sql`x.id`)} limit ${limit}`;
}

/** What a person takes part in, in one account. */
function alongPerson(scope: TenantScope, viewer: Viewer, source: Source): SQL {
  const { plan, filter, limit } = source;
  const key = plan.along === 'activity' ? sql`p.public_activity_at` : null;
  const index = key ? sql`ticket_people_done` : sql`ticket_people_created`;
  return sql`select ${key ?? sql`0`} as place, p.ticket_id as id from ticket_people p indexed by ${index}
    where p.tenant_id = ${scope.tenant.id} and p.contact_id = ${plan.person} and p.account_id = ${viewer.accountId}
      and p.done = ${filter.done ? 1 : 0} and ${within(source, key, sql`p.ticket_id`)}
    ${ordered(plan, key, sql`p.ticket_id`)} limit ${limit}`;
}

/** The account's requests that hold a value. */
function alongValue(scope: TenantScope, viewer: Viewer, source: Source): SQL {
  const { plan, limit } = source;
  if (!plan.leading) throw new Error('No field leads');
  const { key: fieldKey, test } = plan.leading;
  const key = test.kind === 'between' ? sql`v.number_key` : null;
  const index = test.kind === 'is' ? sql`ticket_field_values_text` : sql`ticket_field_values_number`;
  return sql`select ${key ?? sql`0`} as place, v.ticket_id as id from ticket_field_values v indexed by ${index}
    where v.tenant_id = ${scope.tenant.id} and v.account_id = ${viewer.accountId}
      and v.field_id = ${shownField(scope, fieldKey)} and ${passes(test)}
      and ${behind(source, key, sql`v.ticket_id`)}
    ${ordered(plan, key, sql`v.ticket_id`)} limit ${limit}`;
}

/** The part of a clock's index that the filter and the page before leave. */
function within(source: Source, key: SQL | null, id: SQL): SQL {
  const { filter } = source;
  const idAt = (at: number | null) => (at === null ? null : firstIdAt('ticket', at));
  const span = key
    ? between(key, filter.activity)
    : between(id, { from: idAt(filter.created.from), to: idAt(filter.created.to) });
  return sql`${span} and ${behind(source, key, id)}`;
}

function behind({ from, plan }: Source, key: SQL | null, id: SQL): SQL {
  if (from === null) return sql`true`;
  const than = plan.descending ? sql`<` : sql`>`;
  return key ? sql`(${key}, ${id}) ${than} (${from[0]}, ${from[1]})` : sql`${id} ${than} ${from[1]}`;
}

function ordered({ descending }: ListPlan, key: SQL | null, id: SQL): SQL {
  const way = descending ? sql`desc` : sql`asc`;
  return key ? sql`order by ${key} ${way}, ${id} ${way}` : sql`order by ${id} ${way}`;
}

function between(of: SQL, { from, to }: Span<number | string>): SQL {
  return sql`${from === null ? sql`true` : sql`${of} >= ${from}`} and ${to === null ? sql`true` : sql`${of} < ${to}`}`;
}

const row = { tenantId: sql`x.tenant_id`, id: sql`x.id`, accountId: sql`x.account_id` };

/** Everything that the index does not say already. */
function hitOf(scope: TenantScope, viewer: Viewer, { plan, filter }: Source): SQL {
  const { tenant } = scope;
  const { statusId, formSlug, priorityId, requesterId, created, activity } = filter;
  // As one text: a list would be read once more for each row.
  const isStatus = sql`instr((select group_concat(s.id) from statuses s where s.tenant_id = ${tenant.id} and s.public_label =
    (select n.public_label from statuses n where n.tenant_id = ${tenant.id} and n.id = ${statusId})), x.status_id) > 0`;
  const isForm = sql`x.form_id = (select f.id from forms f where f.tenant_id = ${tenant.id} and f.slug = ${formSlug})`;
  const tests = [
    // Their own index holds theirs alone, and what is found by words was asked already.
    seenBy(row, viewer, plan.person === viewer.contactId || plan.along === 'words' ? sql`1` : undefined),
    filter.done !== null && sql`x.done = ${filter.done ? 1 : 0}`,
    statusId !== null && isStatus,
    formSlug !== null && isForm,
    priorityId !== null && sql`x.priority_id = ${priorityId}`,
    requesterId !== null && sql`x.requester_id = ${requesterId}`,
    plan.along !== 'created' && between(sql`x.created_at`, created),
    plan.along !== 'activity' && between(sql`x.public_activity_at`, activity),
    ...plan.probed.map((field) => holds(scope, field)),
  ];
  return sql.join(
    tests.filter((test) => test !== false),
    sql` and `,
  );
}

function holds(scope: TenantScope, { key, test }: FieldFilter): SQL {
  return sql`exists (select 1 from ticket_field_values v where v.tenant_id = x.tenant_id and v.ticket_id = x.id
    and v.field_id = ${shownField(scope, key)} and ${passes(test)})`;
}

function passes(test: FieldTest): SQL {
  if (test.kind === 'is') return sql`v.text_key = ${foldedKey(test.text)}`;
  if (test.kind === 'ticked') return sql`v.number_key = ${test.on ? 1 : 0}`;
  const { from, to } = test;
  return sql`v.number_key is not null and ${from === null ? sql`true` : sql`v.number_key >= ${from}`}
    and ${to === null ? sql`true` : sql`v.number_key <= ${to}`}`;
}

/** The field of the list with this key, where contacts may read it: by no other can anything be found. */
function shownField({ tenant }: TenantScope, key: string): SQL {
  return sql`(select f.id from fields f where f.tenant_id = ${tenant.id} and f.key = ${key} and ${isShown})`;
}

/** The fields that customers see in the list, of `fields f`. */
export const isShown = sql`f.in_list = 1 and f.portal_access <> 'none' and f.retired_at is null`;

/** What the list is sorted by, the greatest first; equal ones by the minor, then by their ids. */
function ranksOf({ tenant }: TenantScope, { sort, ascending }: Source): { major: SQL; minor: SQL } {
  const sign = ascending ? sql`-` : sql`+`;
  if (sort === 'priority') {
    const places = sql`(select json_group_object(id, position) from priorities where tenant_id = ${tenant.id})`;
    return { major: sql`${sign}json_extract(${places}, '$.' || x.priority_id)`, minor: sql`x.public_activity_at` };
  }
  const column = { activity: sql`x.public_activity_at`, created: sql`x.created_at`, number: sql`x.number` }[sort];
  return { major: sql`${sign}${column}`, minor: sql`0` };
}
