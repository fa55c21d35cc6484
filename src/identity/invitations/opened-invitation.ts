import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { openedBy } from './acceptance-queries.ts';
import type { OpenedInvitation } from './invitation.ts';

/** The invitation of a token by its SHA-256; null where there is none of that kind. Changes nothing. */
export function openedInvitation(
  scope: TenantScope,
  tokenHash: string,
  to: 'account' | 'agents',
): Statement<OpenedInvitation | null> {
  return openedBy(scope, tokenHash, to);
}
