import { keyedHash } from '#lib/secrets.ts';

/** From the agent app to the portal it is one press: the token need not last. */
export const viewTokenLifetimeMs = 60 * 1000;
/** How long an agent may look, whatever they do. */
export const viewLifetimeMs = 30 * 60 * 1000;

/** What is stored of a token. */
export function viewTokenHash(pepper: string, tenantId: string, token: string): Promise<string> {
  return keyedHash(pepper, 'view-as', tenantId, token);
}
