import { type SQL, sql } from 'drizzle-orm';
import { categories } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRows } from '#db/statement.ts';
import { categoryRank } from '../choice-queries.ts';
import type { Category } from '../status-rules.ts';
import { type Item, type Kind, mostItems, type Words } from './item.ts';

const tables = {
  status: {
    name: sql`statuses`,
    label: sql`label`,
    publicLabel: sql`public_label`,
    category: sql`category`,
    usual: sql`0`,
  },
  priority: {
    name: sql`priorities`,
    label: sql`label`,
    publicLabel: sql`label`,
    category: sql`null`,
    usual: sql`is_default`,
  },
  team: { name: sql`teams`, label: sql`name`, publicLabel: sql`name`, category: sql`null`, usual: sql`0` },
} as const satisfies Record<Kind, Readonly<Record<string, SQL>>>;

/** All of a kind in the tenant's order, retired ones with them. */
export function itemsOf(scope: TenantScope, kind: Kind) {
  const { name, label, publicLabel, category, usual } = tables[kind];
  const order = kind === 'status' ? sql`${categoryRank(sql`category`)}, position` : sql`position`;
  return rawRows(
    sql`select id, ${label} as label, ${publicLabel} as public_label, ${category} as category, ${usual} as usual,
      retired_at from ${name} where tenant_id = ${scope.tenant.id} order by ${order}, id limit ${mostItems}`,
    (row): Item => ({
      id: String(row['id']),
      label: String(row['label']),
      publicLabel: String(row['public_label']),
      category: categories.find((known) => known === row['category']) ?? null,
      isDefault: row['usual'] === 1,
      isRetired: row['retired_at'] !== null,
    }),
  );
}

/** Adds one at the end; nothing where the tenant has as many as it may. */
export function insertItem(
  scope: TenantScope,
  kind: Kind,
  id: string,
  { label, publicLabel }: Words,
  category: Category | null,
) {
  const { name, label: column } = tables[kind];
  const more = {
    status: { columns: sql`, public_label, category`, values: sql`, ${publicLabel}, ${category}` },
    priority: { columns: sql`, is_default`, values: sql`, 0` },
    team: { columns: sql``, values: sql`` },
  }[kind];
  return raw(sql`insert into ${name} (tenant_id, id, ${column}, position${more.columns})
    select ${scope.tenant.id}, ${id}, ${label}, coalesce(max(position), 0) + 1${more.values} from ${name}
    where tenant_id = ${scope.tenant.id} having count(*) < ${mostItems}`);
}

export function renameItem(scope: TenantScope, kind: Kind, id: string, { label, publicLabel }: Words) {
  const { name, label: column } = tables[kind];
  const more = kind === 'status' ? sql`, public_label = ${publicLabel}` : sql``;
  return raw(sql`update ${name} set ${column} = ${label}${more} where ${itself(scope, id)}`);
}

/** Gives these the places that they hold together, in this order. */
export function placeItems(scope: TenantScope, kind: Kind, ids: readonly string[]) {
  const { name } = tables[kind];
  const order = JSON.stringify(ids);
  const held = sql`select position from ${name} p where p.tenant_id = ${scope.tenant.id}
    and p.id in (select value from json_each(${order})) order by p.position, p.id`;
  return raw(sql`update ${name} set position = placed.position
    from (select wanted.value as id, held.position as position from json_each(${order}) wanted
      join (select position, row_number() over () - 1 as at from (${held})) held on held.at = wanted.key) placed
    where ${name}.tenant_id = ${scope.tenant.id} and ${name}.id = placed.id`);
}

/** Takes it out of use, unless tickets would have nowhere to go. */
export function retireItem(scope: TenantScope, kind: Kind, id: string) {
  const { name } = tables[kind];
  const guard = {
    status: sql`exists (select 1 from statuses o where o.tenant_id = statuses.tenant_id and o.id <> statuses.id
      and o.category = statuses.category and o.retired_at is null)`,
    priority: sql`is_default = 0`,
    team: sql`true`,
  }[kind];
  return raw(
    sql`update ${name} set retired_at = ${scope.now} where ${itself(scope, id)} and retired_at is null and ${guard}`,
  );
}

export function restoreItem(scope: TenantScope, kind: Kind, id: string) {
  return raw(
    sql`update ${tables[kind].name} set retired_at = null where ${itself(scope, id)} and retired_at is not null`,
  );
}

/** Makes it the priority of requests for which nobody chose one. */
export function makeUsual(scope: TenantScope, id: string) {
  return raw(sql`update priorities set is_default = (id = ${id}) where tenant_id = ${scope.tenant.id}
    and exists (select 1 from priorities p where p.tenant_id = ${scope.tenant.id} and p.id = ${id}
      and p.retired_at is null and p.is_default = 0)`);
}

function itself(scope: TenantScope, id: string): SQL {
  return sql`tenant_id = ${scope.tenant.id} and id = ${id}`;
}
