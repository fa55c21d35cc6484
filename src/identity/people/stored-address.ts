import { Problem } from '#lib/problem.ts';
import { normalizeAddress } from './normalize-address.ts';

/** An address as it is stored and compared. Throws Problem `invalid` for what is none. */
export function storedAddress(typed: string): string {
  const address = normalizeAddress(typed);
  if (address === null) throw new Problem('invalid', 'address_invalid');
  return address;
}
