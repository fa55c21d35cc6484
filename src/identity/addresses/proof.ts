import type { AddressProof } from '#lib/address-code.ts';

export const proofLifetimeMs = 10 * 60 * 1000;
export const triesOfAProof = 5;

/** What a code's hash is bound to, besides the code. */
export function proofName({ tenantId, contactId, email, createdAt }: AddressProof): string {
  return ['address', tenantId, contactId, email, createdAt].join('|');
}
