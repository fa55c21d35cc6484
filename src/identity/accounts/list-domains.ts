import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { ContactRole } from '#lib/actor.ts';
import { domainsOf } from './account-queries.ts';

export interface AccountDomain {
  readonly domain: string;
  /** What newcomers of the domain become. */
  readonly role: ContactRole;
  readonly confirmedAt: number | null;
}

/** The mail domains of an account, by name: all, for it can have no more than the list shows. */
export function listDomains(scope: TenantScope, accountId: string): Statement<readonly AccountDomain[]> {
  return domainsOf(scope, accountId);
}
