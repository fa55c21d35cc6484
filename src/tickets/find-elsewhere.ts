import type { TenantScope } from '#db/scopes.ts';
import { accountElsewhere } from './news-queries.ts';

/**
 * The workspace in which a person may see the request of this number, where it
 * is another than the one they are in; null otherwise, whoever's request it is.
 */
export function findElsewhere(scope: TenantScope, contactId: string, number: number, accountId: string | null) {
  return accountElsewhere(scope, contactId, number, accountId ?? '');
}
