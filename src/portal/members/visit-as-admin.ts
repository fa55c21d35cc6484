import type { Seen } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import type { AppContext } from '#http/context.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Decider } from '#identity/members/decider.ts';
import type { Contact, MemberClaim } from '#lib/actor.ts';
import { mustAdminister } from '#lib/rights.ts';

/** An admin of the account, with the rows of the page; for everybody else it is not there. */
export async function visitAsAdmin<S extends Statements>(
  c: AppContext,
  make: (scope: TenantScope, claim: MemberClaim) => S,
): Promise<Seen<S, Contact> & { readonly by: Decider }> {
  const seen = await visitAsContact(c, make);
  mustAdminister(seen.actor);
  return { ...seen, by: { kind: 'contact', id: seen.actor.id } };
}
