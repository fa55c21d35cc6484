import type { AppContext } from '#http/context.ts';
import { visitAsContact } from '#http/visit.ts';
import { loadAddresses } from '#identity/addresses/load-addresses.ts';
import { isFresh } from '#identity/sessions/is-fresh.ts';

/** A contact with their addresses, and whether their sign-in is so fresh that they may change them. */
export async function visitOwnAddresses(c: AppContext) {
  const { actor, rows } = await visitAsContact(c, (scope, { contactId, secretHash }) => ({
    ...loadAddresses(scope, contactId),
    isFresh: isFresh(scope, secretHash),
  }));
  return { actor, ...rows };
}

export type OwnAddresses = Awaited<ReturnType<typeof visitOwnAddresses>>;
