import { readSettings } from '#env.ts';
import { writeSessionCookie } from '#identity/sessions/session-cookie.ts';
import type { AgentClaim, ContactClaim } from '#lib/actor.ts';
import { randomToken, sha256 } from '#lib/secrets.ts';
import { insertSession } from './bench-queries.ts';

type Bearer = Omit<ContactClaim, 'secretHash'> | Omit<AgentClaim, 'secretHash'>;

/** The Cookie header of somebody who is signed in from now on. */
export async function newCookie(env: Env, bearer: Bearer, now: number): Promise<string> {
  const secret = randomToken();
  const claim = { ...bearer, secretHash: await sha256(secret) };
  const person =
    claim.kind === 'contact'
      ? { subjectId: claim.contactId, accountId: claim.accountId }
      : { subjectId: claim.agentId, accountId: null };
  const { tenantId, secretHash, host, kind } = claim;
  await insertSession(env.DB, { tenantId, secretHash, host, kind, ...person }, now);
  return `__Host-session=${await writeSessionCookie(claim, secret, readSettings(env).sessionKeys)}`;
}
