import { openDirectoryDb } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { signInRoutesOf } from '#http/sign-in/routes.ts';
import { signOutEverywhere } from '#http/sign-in/sign-out.ts';
import { visitAsAgent } from '#http/visit.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';

/** Agents sign in on `app.` alone, a host that no tenant can name. */
export const signInRoutes = signInRoutesOf({
  realm: (c) => ({
    kind: 'agent',
    scope: { db: openDirectoryDb(c.env, c.get('meter')), now: c.get('now') },
    host: c.get('host'),
  }),
  look: (c) => agentLook(c),
  isSignedIn,
  openTenant: openAgentTenant,
  nextPath: (_result, returnTo) => returnTo,
}).post('/sign-out/everywhere', (c) => signOutEverywhere(c, () => visitAsAgent(c, () => ({}))));

async function isSignedIn(c: AppContext): Promise<boolean> {
  if (c.get('claim') === null) return false;
  try {
    await visitAsAgent(c, () => ({}));
    return true;
  } catch (error) {
    if (error instanceof SessionEnded) return false;
    throw error;
  }
}

/** Not the request's own scope: that one belongs to the session that came with it. */
function openAgentTenant(c: AppContext, id: string): Promise<TenantScope | null> {
  const around = { now: c.get('now'), meter: c.get('meter'), after: () => {} };
  return openActiveTenant(c.env, { by: 'id', id }, around);
}
