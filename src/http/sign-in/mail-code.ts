import type { AppContext } from '#http/context.ts';
import { placeOf } from '#http/origin-of.ts';
import { clientOf } from '#identity/limits/client-of.ts';
import { type Ask, askForSignIn } from '#identity/sign-in/ask-for-sign-in.ts';
import { setSignInCookie } from './sign-in-cookie.ts';
import type { SignInFace } from './sign-in-face.ts';

/** Asks for a link and a code, and binds the code to this browser. False: too many asks in a minute. */
export async function mailCode(
  face: Pick<SignInFace, 'realm'>,
  c: AppContext,
  asked: Pick<Ask, 'address' | 'returnTo' | 'invitation'>,
): Promise<boolean> {
  const realm = face.realm(c);
  const hash = await askForSignIn(
    { settings: c.get('settings'), limiter: c.env.SIGN_IN_LIMIT, queue: c.env.SIGN_IN_QUEUE },
    {
      ...asked,
      tenantId: realm.kind === 'portal' ? realm.scope.tenant.id : null,
      host: realm.host,
      client: clientOf(c.req.header('CF-Connecting-IP')),
      askedFrom: placeOf(c),
      now: c.get('now'),
    },
  );
  if (hash === null) return false;
  setSignInCookie(c, { hash, email: asked.address });
  return true;
}
