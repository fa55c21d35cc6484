import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, raw, rawRow, rawRows } from '#db/statement.ts';
import type { Choice } from '../definition.ts';
import { fieldColumns, fieldOf } from './field.ts';
import type { FieldWish, NewField } from './field-wish.ts';

/** Fields that a tenant may have, the retired ones too: pages and batches load them all. */
const mostFields = 100;

export function fieldsOf(scope: TenantScope) {
  return rawRows(
    sql`select ${sql.raw(fieldColumns)} from fields f where f.tenant_id = ${scope.tenant.id}
      order by f.retired_at is not null, f.position, f.id limit ${mostFields}`,
    fieldOf,
  );
}

export function fieldById(scope: TenantScope, fieldId: string) {
  return rawRow(
    sql`select ${sql.raw(fieldColumns)} from fields f where f.tenant_id = ${scope.tenant.id} and f.id = ${fieldId}`,
    fieldOf,
  );
}

export function insertField(scope: TenantScope, id: string, field: NewField) {
  const { choices, rules, initial } = jsonOf(field);
  return raw(sql`insert into fields (tenant_id, id, key, type, label, help, choices, rules, default_value, portal_access,
      in_list, needed_to_solve, position, created_at)
    select ${scope.tenant.id}, ${id}, ${field.key}, ${field.type}, ${field.label}, ${field.help}, ${choices}, ${rules},
      ${initial}, ${field.access}, ${Number(field.inList)}, ${Number(field.neededToSolve)},
      coalesce(max(position), 0) + 1, ${scope.now}
    from fields where tenant_id = ${scope.tenant.id} having count(*) < ${mostFields}`);
}

export function updateField(scope: TenantScope, id: string, field: FieldWish) {
  const { rules, initial } = jsonOf({ ...field, choices: [] });
  return raw(sql`update fields set label = ${field.label}, help = ${field.help}, rules = ${rules},
      default_value = ${initial}, portal_access = ${field.access}, in_list = ${Number(field.inList)},
      needed_to_solve = ${Number(field.neededToSolve)}
    where ${itself(scope, id)}`);
}

/** Nothing where the choices are no longer those that were read. */
export function updateChoices(scope: TenantScope, id: string, from: readonly Choice[], to: readonly Choice[]) {
  return raw(sql`update fields set choices = ${JSON.stringify(to)}
    where ${itself(scope, id)} and json(choices) = json(${JSON.stringify(from)}) and choices <> ${JSON.stringify(to)}`);
}

export function updateOrder(scope: TenantScope, ids: readonly string[]) {
  const order = JSON.stringify(ids);
  return raw(sql`update fields set position = (select j.key + 1 from json_each(${order}) j where j.value = fields.id)
    where tenant_id = ${scope.tenant.id} and id in (select value from json_each(${order}))`);
}

export function setRetired(scope: TenantScope, id: string, retiredAt: number | null) {
  return raw(sql`update fields set retired_at = ${retiredAt}
    where ${itself(scope, id)} and (retired_at is null) <> ${retiredAt === null ? 1 : 0}`);
}

/** Nothing where a form asks for it or a request holds a value of it. */
export function deleteUnused(scope: TenantScope, id: string) {
  return raw(sql`delete from fields where ${itself(scope, id)}
    and not exists (select 1 from form_fields u where u.tenant_id = fields.tenant_id and u.field_id = fields.id)
    and not exists (select 1 from ticket_field_values v where v.tenant_id = fields.tenant_id and v.field_id = fields.id)`);
}

/** The forms that ask for it, in drafts or as customers get them. */
export function formsAsking(scope: TenantScope, id: string) {
  return rawRows(
    sql`select f.id as id, f.name as name, max(u.stage = 'published') as isPublished
      from form_fields u join forms f on f.tenant_id = u.tenant_id and f.id = u.form_id
      where u.tenant_id = ${scope.tenant.id} and u.field_id = ${id}
      group by f.id order by f.position, f.name limit 50`,
    (row) => ({ id: String(row['id']), name: String(row['name']), isPublished: row['isPublished'] === 1 }),
  );
}

/** In how many forms each field stands. */
export function formsByField(scope: TenantScope) {
  return rawRows(
    sql`select field_id as fieldId, count(distinct form_id) as forms from form_fields
      where tenant_id = ${scope.tenant.id} group by field_id`,
    (row) => ({ fieldId: String(row['fieldId']), forms: Number(row['forms']) }),
  );
}

/** How many requests hold a value of it, counted up to a bound. */
export function countHolding(scope: TenantScope, id: string, most: number) {
  return mapped(
    rawRow(
      sql`select count(distinct ticket_id) as count from (select ticket_id from ticket_field_values
        where tenant_id = ${scope.tenant.id} and field_id = ${id} limit ${most})`,
      (row) => Number(row['count']),
    ),
    (count) => count ?? 0,
  );
}

function itself(scope: TenantScope, id: string): SQL {
  return sql`fields.tenant_id = ${scope.tenant.id} and fields.id = ${id}`;
}

function jsonOf({ choices, rules, initial }: Pick<NewField, 'choices' | 'rules' | 'initial'>) {
  return {
    choices: JSON.stringify(choices),
    rules: JSON.stringify(rules),
    initial: initial === undefined ? null : JSON.stringify(initial),
  };
}
