import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { sha256 } from '#lib/secrets.ts';
import { newContactClaim } from '../sessions/new-contact-claim.ts';
import { isToken, sessionSecret } from '../sign-in/challenge.ts';
import { newView, putViewSession, sayViewStarted } from './view-session-queries.ts';
import { viewTokenHash } from './view-token.ts';
import { takeViewToken } from './view-token-queries.ts';

export interface ViewStart {
  readonly token: string;
  /** Made when the page was rendered: its retries get the same session, nobody else's do. */
  readonly attempt: string;
  readonly host: string;
  readonly pepper: string;
  readonly origin: Origin;
}

/** Opens the session in which an agent sees the portal as a contact; null where the token is spent or opens nothing. */
export async function startView(
  scope: TenantScope,
  { token, attempt, host, pepper, origin }: ViewStart,
): Promise<{ readonly claim: ContactClaim; readonly secret: string } | null> {
  if (!isToken(token)) return null;
  const hash = await viewTokenHash(pepper, scope.tenant.id, token);
  const secret = await sessionSecret(pepper, hash, attempt);
  const view = { secretHash: await sha256(secret), hash, origin };
  const { made } = await runIdempotent(scope.db, {
    taken: takeViewToken(scope, hash, host, attempt),
    put: putViewSession(scope, attempt, view),
    said: sayViewStarted(scope, hash, origin),
    made: newView(scope, view),
  });
  if (!made) return null;
  const session = { host, secretHash: view.secretHash, isViewAs: true };
  return { secret, claim: newContactClaim(scope, made, session) };
}
