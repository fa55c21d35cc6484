import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import { clearSessionCookie } from '#http/session-cookies.ts';
import { endAllSessions } from '#identity/end-all-sessions.ts';
import { endSession } from '#identity/end-session.ts';

/** POST /sign-out: the session ends on the server; the cookie is only its shadow. */
export async function signOut(c: AppContext): Promise<Response> {
  const claim = c.get('claim');
  if (claim) await run(c.get('scope').db, { ended: endSession(c.get('scope'), claim) });
  return signedOut(c, 'signed-out');
}

/** POST /sign-out/everywhere, once `confirm` has found the session alive. */
export async function signOutEverywhere(c: AppContext, confirm: () => Promise<unknown>): Promise<Response> {
  await confirm();
  const claim = c.get('claim');
  if (claim) await run(c.get('scope').db, { ended: endAllSessions(c.get('scope'), claim) });
  return signedOut(c, 'signed-out-everywhere');
}

function signedOut(c: AppContext, said: string): Response {
  clearSessionCookie(c);
  c.header('Clear-Site-Data', '"storage"');
  return c.redirect(`/sign-in?said=${said}`, 303);
}
