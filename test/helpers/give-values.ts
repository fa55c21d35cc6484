import { env } from 'cloudflare:workers';
import { runList } from '#db/run.ts';
import type { AnswerValue } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import { insertValues } from '#tickets/value-queries.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';

/** Fills fields of a request in. */
export async function giveValues(
  tenant: TestTenant,
  number: number,
  values: readonly (readonly [Field, AnswerValue])[],
): Promise<void> {
  const ticket = await env.DB.prepare('select id, account_id from tickets where tenant_id = ? and number = ?')
    .bind(tenant.id, number)
    .first<{ id: string; account_id: string }>();
  if (!ticket) throw new Error(`No ticket ${number}`);
  const scope = await scopeOf(tenant);
  const given = values.map(([field, value]) => ({ field, value }));
  await runList(scope.db, insertValues(scope, ticket.id, ticket.account_id, given));
}
