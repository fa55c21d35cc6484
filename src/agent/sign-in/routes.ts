import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { signInRoutesOf } from '#http/sign-in/routes.ts';
import { visitAsArriving } from '#http/visit.ts';
import { reachOf } from '../reach.ts';
import { signOutAgent, signOutAgentEverywhere } from './sign-out.ts';

/** Agents sign in on `app.` alone, a host that no tenant can name. */
export const signInRoutes = signInRoutesOf({
  realm: (c) => ({ kind: 'agent', scope: reachOf(c).directory, host: c.get('host') }),
  look: (c) => agentLook(c),
  remote: () => null,
  isSignedIn,
  openTenant: (c, id) => reachOf(c).openTenant(id),
  nextPath: (_result, returnTo) => returnTo,
  signOut: signOutAgent,
}).post('/sign-out/everywhere', signOutAgentEverywhere);

/** Also while the second factor is owed: the page that they go to asks for it. */
async function isSignedIn(c: AppContext): Promise<boolean> {
  if (c.get('claim') === null) return false;
  try {
    await visitAsArriving(c, () => ({}));
    return true;
  } catch (error) {
    if (error instanceof SessionEnded) return false;
    throw error;
  }
}
