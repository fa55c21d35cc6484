import { env } from 'cloudflare:workers';
import { runList } from '#db/run.ts';
import type { AnswerValue } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import { clearValue, insertValues } from '#tickets/value-queries.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';

/** Puts a value into a field of the ticket, past every rule. */
export async function giveValue(tenant: TestTenant, number: number, field: Field, value: AnswerValue): Promise<void> {
  const scope = await scopeOf(tenant);
  const ticket = await env.DB.prepare('select id, account_id from tickets where tenant_id = ? and number = ?')
    .bind(tenant.id, number)
    .first<{ id: string; account_id: string }>();
  if (!ticket) throw new Error('No such ticket');
  await runList(scope.db, [
    clearValue(scope, ticket.id, field.id),
    ...insertValues(scope, ticket.id, ticket.account_id, [{ field, value }]),
  ]);
}

/** What the ticket's field holds: its stored values, in order. */
export async function heldIn(tenant: TestTenant, number: number, field: Field): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    `select v.value as value from ticket_field_values v join tickets t on t.tenant_id = v.tenant_id and t.id = v.ticket_id
      where v.tenant_id = ? and t.number = ? and v.field_id = ? order by v.ordinal`,
  )
    .bind(tenant.id, number, field.id)
    .all<{ value: string }>();
  return results.map(({ value }) => JSON.parse(value) as unknown);
}
