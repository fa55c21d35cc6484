import * as z from 'zod';
import { read } from '#db/read-as.ts';
import { run } from '#db/run.ts';
import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { setSessionCookie } from '#http/session-cookies.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { goOn } from '#identity/hand-off/go-on.ts';
import { waitingArrival } from '#identity/hand-off/waiting-arrival.ts';
import { endSession } from '#identity/sessions/end-session.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import type { Contact, Visitor } from '#lib/actor.ts';
import { bestEffort } from '#lib/best-effort.ts';
import { nextPath } from '../next-path.ts';
import { arrivalCookieOf, clearArrivalCookie } from './arrival-cookie.ts';
import { OtherPersonPage } from './other-person-page.tsx';
import { refuseHead, showTrouble } from './take-token.tsx';

/**
 * GET /sign-in/hand-off/continue: here our cookies are seen. Nobody and the same
 * person go on; whoever is signed in as somebody else is asked first, or any page
 * could sign them in as a person of its choice (login CSRF).
 */
export async function continueHandOff(c: AppContext): Promise<Response> {
  if (c.req.method === 'HEAD') return refuseHead(c);
  const secret = arrivalCookieOf(c);
  if (secret === null) return showTrouble(c, 'stale', '/');
  const { actor, arrival } = await whoIsHere(c, secret);
  if (!arrival) return stale(c);
  if (actor?.kind === 'contact' && actor.viewedBy !== null) return showTrouble(c, 'looking', '/');
  if (actor === null || actor.id === arrival.contactId) return enter(c, secret);
  const look = portalLook(c);
  return sendPage(c, look, <OtherPersonPage frame={look.frame} now={actor} then={arrival} />);
}

const form = z.strictObject({});

/** POST /sign-in/hand-off/continue: yes, as that person. */
export async function confirmHandOff(c: AppContext): Promise<Response> {
  await readForm(c, form);
  const secret = arrivalCookieOf(c);
  return secret === null ? showTrouble(c, 'stale', '/') : enter(c, secret);
}

/** The living session of this browser, if any, and what waits for it. */
async function whoIsHere(c: AppContext, secret: string) {
  const [scope, host] = [c.get('scope'), c.get('host')];
  const waiting = await waitingArrival(scope, secret, host);
  try {
    if (c.get('claim') === null) return { actor: null, ...(await read(scope, { arrival: waiting })) };
    const { actor, rows } = await visitAsVisitor(c, () => ({ arrival: waiting }));
    return { actor: actor satisfies Contact | Visitor, ...rows };
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    return { actor: null, ...(await read(scope, { arrival: waiting })) };
  }
}

async function enter(c: AppContext, secret: string): Promise<Response> {
  const { pepper } = c.get('settings');
  const scope = c.get('scope');
  const result = await goOn(scope, { secret, host: c.get('host'), pepper, origin: originOf(c) });
  if (!result) return stale(c);
  await setSessionCookie(c, result.claim, result.secret);
  clearArrivalCookie(c);
  const before = c.get('claim');
  if (before && before.secretHash !== result.claim.secretHash) {
    const end = () => run(scope.db, { ended: endSession(scope, before) });
    c.executionCtx.waitUntil(bestEffort('sign_in_tidy_failed', 'tidy', end));
  }
  return c.redirect(nextPath(result, returnTo(result.returnTo, new URL(c.req.url).origin)), 303);
}

function stale(c: AppContext): Promise<Response> {
  clearArrivalCookie(c);
  return showTrouble(c, 'stale', '/');
}
