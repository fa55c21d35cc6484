import type { TenantScope } from '#db/scopes.ts';
import { countInDay } from '../limits/day-counter-queries.ts';
import { addressHash } from '../sign-in/challenge.ts';
import { sendingsOfAccount, sendingsToAddress } from './invitation.ts';

/**
 * Counts a sending by account and by address, for the batch that sends: what
 * follows them directly asks changes() whether both let it pass. The count by
 * address is the account's own, so that nobody learns from it what others sent.
 */
export async function sendingCounts(
  scope: TenantScope,
  pepper: string,
  { accountId, email }: { readonly accountId: string | null; readonly email: string },
) {
  const place = accountId ?? 'agents';
  const to = await addressHash(pepper, scope.tenant.id, email);
  return {
    byAccount: countInDay(scope, `invitations|${place}`, sendingsOfAccount),
    byAddress: countInDay(scope, `invitations|${place}|${to}`, sendingsToAddress, true),
  };
}
