import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { hasLiveLinks, liveLinksOf } from './link-queries.ts';

export interface LinkHolder {
  readonly name: string;
  readonly email: string;
  readonly links: number;
}

/** Whose mails have links that open this ticket now. */
export function listLinkHolders(scope: TenantScope, number: number): Statement<readonly LinkHolder[]> {
  return liveLinksOf(scope, number);
}

/** Whether a mail to this contact has one. */
export function hasOwnLinks(scope: TenantScope, contactId: string, number: number): Statement<boolean> {
  return hasLiveLinks(scope, contactId, number);
}
