import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import { insertAccount } from './people-queries.ts';

/** A customer company of the tenant, with the id that the tenant's own systems have for it, if any; gives its id. */
export async function addAccount(scope: TenantScope, name: string, externalId: string | null = null): Promise<string> {
  const id = newId('account', scope.now);
  await run(scope.db, { account: insertAccount(scope, { id, name, externalId }) });
  return id;
}
