import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { signInRoutesOf } from '#http/sign-in/routes.ts';
import { visitAsArriving } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { reachOf } from '../reach.ts';
import { rememberSeats } from '../tenants/seats-cookie.ts';
import { signOutAgent, signOutAgentEverywhere } from './sign-out.ts';

/** Agents sign in on `app.` alone, a host that no tenant can name. */
export const signInRoutes = signInRoutesOf({
  realm: (c) => ({ kind: 'agent', scope: reachOf(c).directory, host: c.get('host') }),
  look: (c) => agentLook(c),
  remote: () => null,
  isSignedIn,
  openTenant: (c, id) => reachOf(c).openTenant(id),
  nextPath,
  signOut: signOutAgent,
}).post('/sign-out/everywhere', signOutAgentEverywhere);

/** With several seats, the choice comes first; a link that names its tenant has chosen already. */
function nextPath({ seats }: { readonly seats: number }, returnTo: string, c: AppContext): string {
  rememberSeats(c, seats);
  if (seats < 2 || new URL(returnTo, c.req.url).searchParams.has('at')) return returnTo;
  return `/tenants?return_to=${encodeURIComponent(returnTo)}`;
}

/** Also while the second factor is owed: the page that they go to asks for it. */
async function isSignedIn(c: AppContext): Promise<boolean> {
  if (c.get('claim') === null) return false;
  try {
    await visitAsArriving(c, () => ({}));
    return true;
  } catch (error) {
    // A suspended tenant's agents may have a seat elsewhere.
    if (error instanceof SessionEnded || (error instanceof Problem && error.code === 'tenant_suspended')) return false;
    throw error;
  }
}
