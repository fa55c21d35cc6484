import { Hono } from 'hono';
import * as z from 'zod';
import { run } from '#db/run.ts';
import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { clearSessionCookie, setSessionCookie } from '#http/session-cookies.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { endSession } from '#identity/sessions/end-session.ts';
import { isAttempt, newAttempt } from '#identity/sign-in/challenge.ts';
import { endView } from '#identity/view-as/end-view.ts';
import { openView, type ViewLinkState } from '#identity/view-as/open-view.ts';
import { startView } from '#identity/view-as/start-view.ts';
import { bestEffort } from '#lib/best-effort.ts';
import { Problem } from '#lib/problem.ts';
import { DeadViewPage, ViewAskPage, ViewEndedPage } from './view-pages.tsx';

/** Where an agent comes in to see the portal as a contact, and goes out again. */
export const viewAsRoutes = new Hono<AppEnv>()
  .get('/view-as/end', showEnded)
  .post('/view-as/end', end)
  .get('/view-as/:token', (c) => ask(c, c.req.param('token')))
  .post('/view-as/:token', (c) => start(c, c.req.param('token')));

/** GET changes nothing: whom one would look as, and one button. */
async function ask(c: AppContext, token: string): Promise<Response> {
  const view = await openView(c.get('scope'), c.get('host'), c.get('settings').pepper, token);
  if (view.as === null) return dead(c, view.state);
  const look = portalLook(c);
  const page = { as: view.as, action: `/view-as/${token}`, attempt: newAttempt(), signedInAs: await signedInAs(c) };
  c.header('X-Robots-Tag', 'noindex');
  return sendPage(c, look, <ViewAskPage frame={look.frame} {...page} />);
}

const form = z.strictObject({ attempt: z.string().refine(isAttempt).optional() });

async function start(c: AppContext, token: string): Promise<Response> {
  const { ok, fields }: FormResult<z.infer<typeof form>> = await readForm(c, form);
  if (!ok) throw new Problem('invalid', 'attempt_malformed');
  const { pepper } = c.get('settings');
  const [scope, host] = [c.get('scope'), c.get('host')];
  const attempt = fields['attempt'] ?? newAttempt();
  const started = await startView(scope, { token, attempt, host, pepper, origin: originOf(c) });
  if (!started) return dead(c, (await openView(scope, host, pepper, token)).state);
  await setSessionCookie(c, started.claim, started.secret);
  c.executionCtx.waitUntil(bestEffort('view_tidy_failed', 'tidy', () => leaveBefore(c, started.claim.secretHash)));
  return c.redirect('/', 303);
}

/** The session that this browser had before is of no use any more. */
async function leaveBefore(c: AppContext, secretHash: string): Promise<void> {
  const [scope, before] = [c.get('scope'), c.get('claim')];
  if (before?.kind !== 'contact' || before.secretHash === secretHash) return;
  await run(scope.db, before.isViewAs ? endView(scope, before, originOf(c)) : { ended: endSession(scope, before) });
}

async function end(c: AppContext): Promise<Response> {
  const [scope, claim] = [c.get('scope'), c.get('claim')];
  if (claim?.kind !== 'contact' || !claim.isViewAs) return c.redirect('/', 303);
  await run(scope.db, endView(scope, claim, originOf(c)));
  clearSessionCookie(c);
  return c.redirect('/view-as/end', 303);
}

async function showEnded(c: AppContext): Promise<Response> {
  if (c.get('claim') !== null) return c.redirect('/', 303);
  const look = portalLook(c);
  return sendPage(c, look, <ViewEndedPage frame={look.frame} />);
}

function dead(c: AppContext, state: ViewLinkState): Promise<Response> {
  const look = portalLook(c);
  const status = state === 'unknown' ? 404 : state === 'refused' ? 403 : 410;
  c.header('X-Robots-Tag', 'noindex');
  return sendPage(c, look, <DeadViewPage frame={look.frame} state={state} />, status);
}

/** The address of a contact who is signed in here in person; null for all else. */
async function signedInAs(c: AppContext): Promise<string | null> {
  const claim = c.get('claim');
  if (claim?.kind !== 'contact' || claim.isViewAs) return null;
  try {
    return (await visitAsVisitor(c, () => ({}))).actor.email;
  } catch (error) {
    if (error instanceof SessionEnded) return null;
    throw error;
  }
}
