import { keyedHash } from './secrets.ts';

/**
 * What the link of an invitation carries. Nobody stores it: the courier makes it
 * when it sends, the row keeps its SHA-256, and a later version voids the earlier.
 */
export function invitationToken(pepper: string, invitationId: string, version: number): Promise<string> {
  return keyedHash(pepper, 'invitation', invitationId, String(version));
}

export function isInvitationToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
