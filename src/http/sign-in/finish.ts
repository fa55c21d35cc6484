import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import { setSessionCookie } from '#http/session-cookies.ts';
import { endSession } from '#identity/sessions/end-session.ts';
import { dropLinkCopies } from '#identity/sign-in/link-copy.ts';
import type { SignInResult } from '#identity/sign-in/use-challenge.ts';
import { bestEffort } from '#lib/best-effort.ts';
import { backOf } from './ask.tsx';
import { clearSignInCookie } from './sign-in-cookie.ts';
import type { SignInFace } from './sign-in-face.ts';

/** Signed in: the cookie, and on to where the person was going. */
export async function finish(
  face: SignInFace,
  c: AppContext,
  result: Extract<SignInResult, { ok: true }>,
  hash: string,
): Promise<Response> {
  await setSessionCookie(c, result.claim, result.secret);
  clearSignInCookie(c);
  c.executionCtx.waitUntil(bestEffort('sign_in_tidy_failed', 'tidy', () => tidyUp(c, result, hash)));
  return c.redirect(face.nextPath(result, backOf(c, result.returnTo), c), 303);
}

/** The link's copy is of no use any more, nor is the session that this browser had before. */
async function tidyUp(c: AppContext, { claim }: Extract<SignInResult, { ok: true }>, hash: string): Promise<void> {
  await dropLinkCopies(c.env.KV, [hash]);
  const before = c.get('claim');
  if (!before || before.secretHash === claim.secretHash) return;
  await run(c.get('scope').db, { ended: endSession(c.get('scope'), before) });
}
