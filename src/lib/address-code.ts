import { hmac } from './secrets.ts';

/** One asking for the proof of an address: a later one has another moment, and so another code. */
export interface AddressProof {
  readonly tenantId: string;
  readonly contactId: string;
  /** Normalized. */
  readonly email: string;
  readonly createdAt: number;
}

/**
 * Six digits that prove a further address. Nobody stores them: the courier makes
 * them when it sends, and who types them is measured against the same.
 */
export async function addressCode(pepper: string, proof: AddressProof): Promise<string> {
  const { tenantId, contactId, email, createdAt } = proof;
  const mac = await hmac(pepper, ['address-code', tenantId, contactId, email, String(createdAt)].join('|'));
  // 2^48 is so many times a million that no code is likelier than another by more than 10^-8.
  const number = mac.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
}
