import type { TenantScope } from '#db/scopes.ts';
import { addressesOf, waitingProof } from './address-queries.ts';

/** A contact's own addresses, the main one first, and the proof that they may still give. */
export function loadAddresses(scope: TenantScope, contactId: string) {
  return { addresses: addressesOf(scope, contactId), proof: waitingProof(scope, contactId) };
}
