import { isGuarded } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { mailboxOf } from '../people/mailbox-of.ts';
import { addressHash } from '../sign-in/challenge.ts';
import { spendInDay } from './day-counter-queries.ts';

/** How many people one contact puts on requests in a day, and how often one account names the same mailbox. */
const addingsOfContact = 50;
const addingsOfMailbox = 5;

interface Adding {
  readonly contactId: string;
  readonly accountId: string;
  /** Null: a colleague, by their place. */
  readonly email: string | null;
}

/**
 * Counts somebody whom a contact puts on a request, who gets mail for it; for
 * the batch that does it, which fails over the limit (`isOverspent`). The count
 * by mailbox is the account's own, so that nobody learns from it what others did.
 */
export async function addingCounts(
  scope: TenantScope,
  pepper: string,
  { contactId, accountId, email }: Adding,
): Promise<readonly Statement<number>[]> {
  const mine = spendInDay(scope, `participants|${contactId}`, addingsOfContact);
  if (email === null) return [mine];
  const to = await addressHash(pepper, scope.tenant.id, mailboxOf(email));
  return [mine, spendInDay(scope, `participants|${accountId}|${to}`, addingsOfMailbox)];
}

/** Whether a batch failed because a day's share was used up. */
export function isOverspent(error: unknown): boolean {
  return isGuarded(error, 'counters.n');
}
