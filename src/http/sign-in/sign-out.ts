import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import { clearSessionCookie } from '#http/session-cookies.ts';
import { endAllSessions } from '#identity/end-all-sessions.ts';
import { endSession } from '#identity/end-session.ts';
import { endView } from '#identity/view-as/end-view.ts';
import type { Claim } from '#lib/actor.ts';
import { originOf } from '../origin-of.ts';

/** POST /sign-out: the session ends on the server; the cookie is only its shadow. */
export async function signOut(c: AppContext): Promise<Response> {
  const claim = c.get('claim');
  if (claim) await run(c.get('scope').db, ending(c, claim));
  return signedOut(c, 'signed-out');
}

function ending(c: AppContext, claim: Claim) {
  const isLooking = claim.kind === 'contact' && claim.isViewAs;
  return isLooking ? endView(c.get('scope'), claim, originOf(c)) : { ended: endSession(c.get('scope'), claim) };
}

/** POST /sign-out/everywhere, once `confirm` has found the session alive. */
export async function signOutEverywhere(c: AppContext, confirm: () => Promise<unknown>): Promise<Response> {
  await confirm();
  const claim = c.get('claim');
  if (claim) await run(c.get('scope').db, { ended: endAllSessions(c.get('scope'), claim) });
  return signedOut(c, 'signed-out-everywhere');
}

/** The answer to somebody whose session has ended; `back` is where they go after signing in again. */
export function signedOut(c: AppContext, said: string, back = '/'): Response {
  clearSessionCookie(c);
  c.header('Clear-Site-Data', '"storage"');
  const then = back === '/' ? '' : `&return_to=${encodeURIComponent(back)}`;
  return c.redirect(`/sign-in?said=${said}${then}`, 303);
}
