import type { AppContext } from '#http/context.ts';
import { sendPage } from '#http/send-page.ts';
import type { NotJoined } from '#identity/sign-in/use-challenge.ts';
import { AskedPage, InvitationOverPage } from '#ui/sign-in/joining-pages.tsx';
import { clearSignInCookie } from './sign-in-cookie.ts';
import type { SignInFace } from './sign-in-face.ts';

/** The address is proven, and yet nobody is in: an admin was asked, or the invitation fell meanwhile. */
export async function notJoined(face: SignInFace, c: AppContext, result: NotJoined): Promise<Response> {
  if (result.mails.length > 0) c.get('effects').sendMail(result.mails);
  clearSignInCookie(c);
  c.header('X-Robots-Tag', 'noindex');
  const look = await face.look(c);
  const { email, account } = result;
  return result.state === 'asked'
    ? sendPage(c, look, <AskedPage frame={look.frame} email={email} account={account} />)
    : sendPage(c, look, <InvitationOverPage frame={look.frame} email={email} />, 410);
}
