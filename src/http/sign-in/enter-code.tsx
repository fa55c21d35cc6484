import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { isAttempt, newAttempt } from '#identity/sign-in/challenge.ts';
import { useCode } from '#identity/sign-in/use-code.ts';
import { Problem } from '#lib/problem.ts';
import { sixDigits } from '#lib/six-digits.ts';
import { CodePage } from '#ui/sign-in/code-page.tsx';
import { originOf } from '../origin-of.ts';
import { backOf, showAgain } from './ask.tsx';
import { finish } from './finish.ts';
import { notJoined } from './not-joined.tsx';
import { reportRefusal } from './report-refusal.ts';
import { readSignInCookie, type SignInCookie } from './sign-in-cookie.ts';
import type { SignInFace } from './sign-in-face.ts';

/** GET /sign-in/code */
export async function showCode(face: SignInFace, c: AppContext): Promise<Response> {
  const back = backOf(c, c.req.query('return_to'));
  const asked = readSignInCookie(c);
  if (!asked) return c.redirect(`/sign-in?by=mail&return_to=${encodeURIComponent(back)}`, 303);
  return codePage(face, c, asked, back, false);
}

const form = z.strictObject({
  code: z.string().optional(),
  attempt: z.string().refine(isAttempt).optional(),
  return_to: z.string().optional(),
});

/** POST /sign-in/code: one answer for wrong, spent, expired and unknown. */
export async function enterCode(face: SignInFace, c: AppContext): Promise<Response> {
  const { ok, fields } = await readForm(c, form);
  if (!ok) throw new Problem('invalid', 'attempt_malformed');
  const back = backOf(c, fields['return_to']);
  const asked = readSignInCookie(c);
  if (!asked) return showAgain(face, c, { email: '', returnTo: back, fault: 'code' });
  const code = sixDigits(fields['code'] ?? '');
  if (code === null) return codePage(face, c, asked, back, true);
  const { pepper, limits } = c.get('settings');
  const result = await useCode(face.realm(c), {
    hash: asked.hash,
    code,
    attempt: fields['attempt'] ?? newAttempt(),
    pepper,
    settings: { limits },
    origin: originOf(c),
    openTenant: (tenantId) => face.openTenant(c, tenantId),
    onWrong: () => reportRefusal(face, c, asked.hash, { door: 'code', reason: 'wrong_code' }),
  });
  if (!result) return codePage(face, c, asked, back, true);
  return result.ok ? finish(face, c, result, asked.hash) : notJoined(face, c, result);
}

async function codePage(
  face: SignInFace,
  c: AppContext,
  { email }: SignInCookie,
  back: string,
  isWrong: boolean,
): Promise<Response> {
  const look = await face.look(c);
  const error = isWrong ? look.frame.reader.t('code.wrong') : undefined;
  const page = <CodePage frame={look.frame} email={email} returnTo={back} attempt={newAttempt()} error={error} />;
  return sendPage(c, look, page, isWrong ? 422 : 200);
}
