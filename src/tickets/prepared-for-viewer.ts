import { prepared, type Slots } from '#db/prepared.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { SqlValue, Statement } from '#db/statement.ts';
import type { Eyes } from '#db/ticket-sight.ts';
import type { Sight } from '#lib/actor.ts';
import type { Viewer } from './access-queries.ts';

/** `prepared` for what a viewer asks: how far they see stands in the text, so there is one for each sight. */
export function preparedForViewer<A extends readonly SqlValue[], T>(
  make: (scope: GivenScope, viewer: Eyes, ...given: Slots<A>) => Statement<T>,
) {
  const seeing = (sees: Sight) =>
    prepared<readonly [string, string, ...A], T>((scope, contactId, accountId, ...given) =>
      make(scope, { contactId, accountId, sees }, ...given),
    );
  const texts = { account: seeing('account'), own: seeing('own') };
  return (scope: TenantScope, { contactId, accountId, sees }: Viewer, ...given: A): Statement<T> =>
    texts[sees](scope, contactId, accountId, ...given);
}
