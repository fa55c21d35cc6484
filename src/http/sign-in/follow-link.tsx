import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { isAttempt, isToken, linkHash, newAttempt } from '#identity/sign-in/challenge.ts';
import { type OpenedLink, openLink } from '#identity/sign-in/open-link.ts';
import { realmName } from '#identity/sign-in/realm.ts';
import { useChallenge } from '#identity/sign-in/use-challenge.ts';
import { Problem } from '#lib/problem.ts';
import { DeadLinkPage, LinkPage } from '#ui/sign-in/link-page.tsx';
import { originOf } from '../origin-of.ts';
import { finish } from './finish.ts';
import { notJoined } from './not-joined.tsx';
import { reportRefusal } from './report-refusal.ts';
import { readSignInCookie } from './sign-in-cookie.ts';
import type { SignInFace } from './sign-in-face.ts';

/** GET and HEAD /sign-in/link/:token change nothing: mail scanners come here first. */
export async function showLink(face: SignInFace, c: AppContext, token: string): Promise<Response> {
  const link = await openLink(face.realm(c), c.env.KV, c.get('settings').pepper, token);
  if (link.state !== 'live') return deadLink(face, c, link.state, link.email);
  const look = await face.look(c);
  const page = (
    <LinkPage
      frame={look.frame}
      email={link.email}
      action={`/sign-in/link/${token}`}
      attempt={newAttempt()}
      elsewhere={elsewhereOf(c, link)}
    />
  );
  c.header('X-Robots-Tag', 'noindex');
  return sendPage(c, look, page);
}

const form = z.strictObject({ attempt: z.string().refine(isAttempt).optional() });

/** POST /sign-in/link/:token: the press of the button. */
export async function followLink(face: SignInFace, c: AppContext, token: string): Promise<Response> {
  const { ok, fields } = await readForm(c, form);
  if (!ok) throw new Problem('invalid', 'attempt_malformed');
  const { pepper } = c.get('settings');
  const realm = face.realm(c);
  if (!isToken(token)) return deadLink(face, c, 'unknown', '');
  const hash = await linkHash(pepper, realmName(realm), token);
  const result = await useChallenge(realm, {
    hash,
    attempt: fields['attempt'] ?? newAttempt(),
    pepper,
    door: 'link',
    origin: originOf(c),
    openTenant: (tenantId) => face.openTenant(c, tenantId),
  });
  if (result.ok) return finish(face, c, result, hash);
  const { state } = result;
  if (state !== 'unknown' && state !== 'asked') reportRefusal(face, c, hash, { door: 'link', reason: state });
  if (result.state === 'asked' || result.state === 'invitation_over') return notJoined(face, c, result);
  return deadLink(face, c, result.state, result.email);
}

type Dead = Exclude<OpenedLink['state'], 'live'> | 'refused';

async function deadLink(face: SignInFace, c: AppContext, state: Dead, email: string): Promise<Response> {
  const look = await face.look(c);
  c.header('X-Robots-Tag', 'noindex');
  const status = state === 'unknown' ? 404 : state === 'refused' ? 403 : 410;
  return sendPage(c, look, <DeadLinkPage frame={look.frame} state={state} email={email} />, status);
}

function elsewhereOf(c: AppContext, link: OpenedLink) {
  if (readSignInCookie(c)?.hash === link.hash) return null;
  return { askedAt: link.askedAt, place: link.askedFrom };
}
