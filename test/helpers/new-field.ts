import { env } from 'cloudflare:workers';
import type { Field } from '#forms/fields/field.ts';
import { newId } from '#lib/ids.ts';
import type { TestTenant } from './new-tenant.ts';

let made = 0;

/** A field of the tenant; a text that contacts may change unless told. */
export async function newField(tenant: TestTenant, wish: Partial<Field> = {}): Promise<Field> {
  made += 1;
  const field: Field = {
    id: newId('field', Date.now()),
    key: `field_${made}`,
    type: 'text',
    label: `Field ${made}`,
    help: '',
    choices: [],
    rules: {},
    access: 'write',
    position: made,
    inList: false,
    neededToSolve: false,
    isRetired: false,
    initial: undefined,
    ...wish,
  };
  await env.DB.prepare(
    `insert into fields (tenant_id, id, key, type, label, help, choices, rules, default_value, portal_access,
       in_list, needed_to_solve, position, created_at, retired_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  )
    .bind(
      ...[tenant.id, field.id, field.key, field.type, field.label, field.help],
      ...[JSON.stringify(field.choices), JSON.stringify(field.rules)],
      field.initial === undefined ? null : JSON.stringify(field.initial),
      ...[field.access, Number(field.inList), Number(field.neededToSolve), field.position, Date.now()],
      field.isRetired ? Date.now() : null,
    )
    .run();
  return field;
}
