import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { clearSessionCookie } from '#http/session-cookies.ts';
import { signInRoutesOf } from '#http/sign-in/routes.ts';
import { signOutEverywhere } from '#http/sign-in/sign-out.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { remoteSignIn } from './hand-off/remote-sign-in.ts';
import { handOffRoutes } from './hand-off/routes.ts';
import { nextPath } from './next-path.ts';
import { saveName, showWelcome } from './welcome.tsx';

/** Contacts sign in at every live host of their tenant, and only at those. */
export const signInRoutes = signInRoutesOf({
  realm: (c) => ({ kind: 'portal', scope: c.get('scope'), host: c.get('host') }),
  look: (c) => portalLook(c),
  remote: remoteSignIn,
  isSignedIn,
  openTenant: async () => null,
  nextPath,
})
  .post('/sign-out/everywhere', (c) => signOutEverywhere(c, () => visitAsVisitor(c, () => ({}))))
  .get('/welcome', showWelcome)
  .post('/welcome', saveName)
  .route('/', handOffRoutes);

async function isSignedIn(c: AppContext): Promise<boolean> {
  if (c.get('claim') === null) return false;
  try {
    await visitAsVisitor(c, () => ({}));
    return true;
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    // A cookie that opens nothing any more would only stand in the way: of an agent who has looked, it forbids all writing.
    if (error.claim.kind === 'contact' && error.claim.isViewAs) {
      clearSessionCookie(c);
      c.set('claim', null);
    }
    return false;
  }
}
