import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { SignInPage, type SignInPageProps } from '#ui/sign-in/sign-in-page.tsx';
import { mailCode } from './mail-code.ts';
import type { SignInFace } from './sign-in-face.ts';

const said = { 'signed-out': 'signIn.signedOut', 'signed-out-everywhere': 'signIn.signedOutEverywhere' } as const;

/** GET /sign-in */
export async function showSignIn(face: SignInFace, c: AppContext): Promise<Response> {
  const back = backOf(c, c.req.query('return_to'));
  if (await face.isSignedIn(c)) return c.redirect(back, 303);
  const what = c.req.query('said');
  const remote = face.remote(c, back);
  // Never at once after signing out, and never for who wants a mail: nobody is locked out by a product that fails.
  if (remote?.atOnce && what === undefined && c.req.query('by') !== 'mail') return c.redirect(remote.href, 303);
  const look = await face.look(c);
  const notice = what === 'signed-out' || what === 'signed-out-everywhere' ? look.frame.reader.t(said[what]) : null;
  return sendPage(
    c,
    look,
    <SignInPage
      frame={look.frame}
      returnTo={back}
      remoteHref={remote?.href}
      notice={notice === null ? undefined : { tone: 'success', text: notice }}
    />,
  );
}

const form = z.strictObject({ email: z.string().default(''), return_to: z.string().optional() });

/** POST /sign-in: the same for every address, known or not (SECURITY §1.5). */
export async function ask(face: SignInFace, c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const typed = fields['email'] ?? '';
  const back = backOf(c, fields['return_to']);
  const address = normalizeAddress(typed);
  if (address === null)
    return showAgain(face, c, { email: typed, returnTo: back, fault: typed.trim() === '' ? 'missing' : 'email' });
  if (!(await mailCode(face, c, { address, returnTo: back }))) {
    c.header('Retry-After', '60');
    return showAgain(face, c, { email: typed, returnTo: back, fault: 'tooMany' });
  }
  return c.redirect(`/sign-in/code?return_to=${encodeURIComponent(back)}`, 303);
}

interface Again {
  readonly email: string;
  readonly returnTo: string;
  readonly fault: 'missing' | 'email' | 'tooMany' | 'code';
}

/** The question again, with what was typed. */
export async function showAgain(face: SignInFace, c: AppContext, again: Again): Promise<Response> {
  const look = await face.look(c);
  const { t } = look.frame.reader;
  const faults: Record<Again['fault'], Partial<SignInPageProps>> = {
    missing: { error: t('field.missing') },
    email: { error: t('field.email') },
    tooMany: { notice: { tone: 'warning', text: t('signIn.tooMany') } },
    code: { notice: { tone: 'danger', text: t('code.wrong') } },
  };
  const page = (
    <SignInPage
      frame={look.frame}
      email={again.email}
      returnTo={again.returnTo}
      remoteHref={face.remote(c, again.returnTo)?.href}
      {...faults[again.fault]}
    />
  );
  return sendPage(c, look, page, again.fault === 'tooMany' ? 429 : 422);
}

export function backOf(c: AppContext, path: string | undefined): string {
  return returnTo(path, new URL(c.req.url).origin);
}
