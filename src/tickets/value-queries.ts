import { type SQL, sql } from 'drizzle-orm';
import type { UploadedFile } from '#attachments/upload.ts';
import { contactName } from '#db/contact-name.ts';
import { prepared } from '#db/prepared.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { mapped, raw, rawRows, type SqlValue, type Statement } from '#db/statement.ts';
import type { AnswerValue, FieldType } from '#forms/definition.ts';
import { answerShape } from '#forms/definition-shape.ts';
import { fieldColumns, fieldOf } from '#forms/fields/field.ts';
import { takesSeveral } from '#forms/typed-answer.ts';
import { keysOf } from '#forms/value-keys.ts';
import { visibleTicketId } from './access-queries.ts';
import type { FieldValue, NewValue } from './field-value.ts';
import { preparedForViewer } from './prepared-for-viewer.ts';

/** The field `f` must be filled in before the ticket `t` is solved, and is not. A box that is not ticked is no answer. */
const isEmptyNeeded = sql`(f.needed_to_solve = 1 and f.retired_at is null and not exists (
  select 1 from ticket_field_values h where h.tenant_id = t.tenant_id and h.ticket_id = t.id
    and h.field_id = f.id and h.value <> 'false'))`;

/** People of an account that a person field offers. */
const mostPeople = 500;

/** Stores the values of a ticket's fields: none may stand there yet. No statement where there are none. */
export function insertValues(
  scope: TenantScope,
  ticketId: string,
  accountId: string,
  values: readonly NewValue[],
): Statement<number>[] {
  const rows = values.flatMap(({ field, value }) =>
    keysOf(field.type, value).map(({ textKey, numberKey }, ordinal) => ({
      field: field.id,
      ordinal,
      value: JSON.stringify(typeof value === 'object' ? value[ordinal] : value),
      textKey,
      numberKey,
    })),
  );
  if (rows.length === 0) return [];
  const of = (name: string) => sql.raw(`json_extract(j.value, '$.${name}')`);
  return [
    raw(sql`insert into ticket_field_values
        (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key, number_key)
      select ${scope.tenant.id}, ${ticketId}, ${of('field')}, ${of('ordinal')}, ${accountId}, ${of('value')},
        ${of('textKey')}, ${of('numberKey')} from json_each(${JSON.stringify(rows)}) j`),
  ];
}

/** Empties a field of a ticket. */
export function clearValue(scope: TenantScope, ticketId: string, fieldId: string): Statement<number> {
  return raw(sql`delete from ticket_field_values
    where tenant_id = ${scope.tenant.id} and ticket_id = ${ticketId} and field_id = ${fieldId}`);
}

/**
 * The fields of that ticket which contacts may read, where the viewer may see
 * it: those with a value, and those that may be given one. One that only other
 * forms ask has no place on it.
 */
export const portalValues = preparedForViewer((scope, viewer, number: Slot<number>) => {
  const isOpen = sql`f.portal_access = 'write' and f.retired_at is null
    and (${asked(sql`and ff.form_id = t.form_id`)} or not ${asked(sql``)})`;
  return valuesOf(
    scope,
    sql`(${visibleTicketId(scope, viewer, number)})`,
    sql`f.portal_access <> 'none' and (v.value is not null or (${isOpen}))`,
  );
});

/** All fields of the ticket: those in use, and those that were retired with a value in them. */
export const deskValues = prepared((scope, number: Slot<number>) => {
  const id = sql`(select id from tickets where tenant_id = ${scope.tenant.id} and number = ${number})`;
  return valuesOf(scope, id, sql`(v.value is not null or f.retired_at is null)`, isEmptyNeeded);
});

/** People of an account for person fields, by name; none where the tenant has no such field. */
export const accountPeople = prepared((scope, accountId: Slot<string>) => peopleOf(scope, sql`${accountId}`));

/** The same of the account of that ticket, for agents. */
export const peopleOfTicketsAccount = prepared((scope, number: Slot<number>) =>
  peopleOf(scope, sql`(select account_id from tickets where tenant_id = ${scope.tenant.id} and number = ${number})`),
);

function peopleOf(scope: GivenScope, accountId: SQL) {
  return rawRows(
    sql`select c.id as id, ${contactName('c')} as name from memberships m
      join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id and c.state = 'active'
      where m.tenant_id = ${scope.tenant.id} and m.account_id = ${accountId} and m.role <> 'none'
        and exists (select 1 from fields f
          where f.tenant_id = ${scope.tenant.id} and f.type = 'person' and f.retired_at is null)
      order by 2 collate nocase, 1 limit ${mostPeople}`,
    (row) => ({ id: String(row['id']), name: String(row['name']) }),
  );
}

/** Whether a form that customers get asks for the field. */
function asked(further: SQL): SQL {
  return sql`exists (select 1 from form_fields ff
    where ff.tenant_id = f.tenant_id and ff.field_id = f.id and ff.stage = 'published' ${further})`;
}

function valuesOf(scope: GivenScope, ticketId: SQL, which: SQL, isMissing = sql`0`): Statement<readonly FieldValue[]> {
  const rows = rawRows(
    sql`select ${sql.raw(fieldColumns)}, v.value as value,
        coalesce(${contactName('c')}, a.name) as name, a.size as size, a.type as mediaType,
        ${asked(sql`and ff.form_id = t.form_id`)} as isAsked, ${isMissing} as isMissing
      from tickets t
      join fields f on f.tenant_id = t.tenant_id
      left join ticket_field_values v on v.tenant_id = t.tenant_id and v.ticket_id = t.id and v.field_id = f.id
      left join contacts c on f.type = 'person' and c.tenant_id = t.tenant_id and c.id = json_extract(v.value, '$')
      left join attachments a on f.type = 'file' and a.tenant_id = t.tenant_id and a.id = json_extract(v.value, '$')
      where t.tenant_id = ${scope.tenant.id} and t.id = ${ticketId} and ${which}
      order by f.position, f.id, v.ordinal`,
    (row) => row,
  );
  return mapped(rows, grouped);
}

type Row = Readonly<Record<string, SqlValue>>;

function grouped(rows: readonly Row[]): readonly FieldValue[] {
  return [...Map.groupBy(rows, (row) => row['id']).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (!first) return [];
    const field = fieldOf(first);
    const names = ofOne.map((row) => [String(single(row)), String(row['name'] ?? '')]);
    return [
      {
        field,
        value: valueIn(field.type, ofOne),
        names: field.type === 'person' || field.type === 'file' ? Object.fromEntries(names) : {},
        files: field.type === 'file' ? ofOne.flatMap(fileOf) : [],
        isAsked: first['isAsked'] === 1,
        isMissing: first['isMissing'] === 1,
      },
    ];
  });
}

function fileOf(row: Row): UploadedFile[] {
  if (row['value'] === null || row['name'] === null) return [];
  const [id, name, type] = [String(single(row)), String(row['name']), String(row['mediaType'])];
  return [{ id, name, size: Number(row['size']), type, width: null, height: null }];
}

function valueIn(type: FieldType, rows: readonly Row[]): AnswerValue | undefined {
  const values = rows.flatMap((row) => (row['value'] === null ? [] : [single(row)]));
  return takesSeveral(type) && values.length > 0 ? values.map(String) : values[0];
}

function single(row: Row): AnswerValue {
  return row['value'] === null ? '' : answerShape.parse(JSON.parse(String(row['value'])));
}

/** The fields that agents must fill in before they solve that ticket, and have not. */
export function emptyNeeded(scope: TenantScope, number: number) {
  return rawRows(
    sql`select f.id as id, f.label as label from tickets t
      join fields f on f.tenant_id = t.tenant_id
      where t.tenant_id = ${scope.tenant.id} and t.number = ${number} and ${isEmptyNeeded}
      order by f.position`,
    (row) => ({ id: String(row['id']), label: String(row['label']) }),
  );
}
