import { run, runList } from '#db/run.ts';
import { openScope } from '../open-scope.ts';
import {
  firstOfAll,
  highestNumber,
  insertManyEntries,
  insertManyTickets,
  type NumberRange,
} from './many-tickets-queries.ts';

const chunk = 10_000;

export interface ManyTickets {
  /** Whose tickets they are: the tenant's first account and an admin of it. */
  readonly accountId: string;
  readonly contactId: string;
  readonly numbers: NumberRange;
}

/**
 * `n` plausible tickets of 2 to 4 entries for one account and contact, made
 * inside the database: 100 000 take some ten seconds. For benches and ceilings.
 */
export async function seedManyTickets(env: Env, tenantId: string, n: number, now = Date.now()): Promise<ManyTickets> {
  const scope = await openScope(env, tenantId, now);
  const { of, highest } = await run(scope.db, { of: firstOfAll(scope), highest: highestNumber(scope) });
  if (!of) throw new Error('The tenant has nobody who could ask');
  const numbers = { first: highest + 1, last: highest + n };
  for (let { first } = numbers; first <= numbers.last; first += chunk) {
    const range = { first, last: Math.min(first + chunk - 1, numbers.last) };
    await runList(scope.db, [insertManyTickets(scope, range, numbers, of), ...insertManyEntries(scope, range, of)]);
  }
  return { accountId: of.accountId, contactId: of.contactId, numbers };
}
