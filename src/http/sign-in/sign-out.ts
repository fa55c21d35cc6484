import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import { clearSessionCookie } from '#http/session-cookies.ts';
import { endSession } from '#identity/sessions/end-session.ts';
import { signContactOut } from '#identity/sessions/sign-contact-out.ts';
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
  const [scope, origin] = [c.get('scope'), originOf(c)];
  if (claim.kind === 'agent') return { ended: endSession(scope, claim) };
  return claim.isViewAs ? endView(scope, claim, origin) : signContactOut(scope, claim, 'this', origin);
}

/** POST /sign-out/everywhere of a contact, once `confirm` has found the session alive. */
export async function signOutEverywhere(c: AppContext, confirm: () => Promise<unknown>): Promise<Response> {
  await confirm();
  const claim = c.get('claim');
  const scope = c.get('scope');
  if (claim?.kind === 'contact') await run(scope.db, signContactOut(scope, claim, 'all', originOf(c)));
  return signedOut(c, 'signed-out-everywhere');
}

/** The answer to somebody whose session has ended; `back` is where they go after signing in again. */
export function signedOut(c: AppContext, said: string, back = '/'): Response {
  clearSessionCookie(c);
  c.header('Clear-Site-Data', '"storage"');
  const then = back === '/' ? '' : `&return_to=${encodeURIComponent(back)}`;
  return c.redirect(`/sign-in?said=${said}${then}`, 303);
}
