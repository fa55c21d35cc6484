import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { SecondFactorNeeded, SessionChanged, SessionEnded, WorkspaceNeeded } from '#db/session-errors.ts';
import { keepDraft } from '#identity/drafts/keep-draft.ts';
import type { Claim } from '#lib/actor.ts';
import { bestEffort } from '#lib/best-effort.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { Problem } from '#lib/problem.ts';
import { ProblemPage, type ProblemPageKind, type ProblemPageProps } from '#ui/problem-page.tsx';
import type { AppContext } from './context.ts';
import { isKept, pageOfForm } from './form-page.ts';
import { agentLook, type Look, portalLook } from './frame.ts';
import { isFromScript } from './is-from-script.ts';
import { kindOf, statusOf } from './problem-status.ts';
import { sendPage } from './send-page.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookies.ts';
import { SignInNeeded } from './sign-in-needed.ts';

/** The one place where what was thrown becomes an answer. */
export async function renderProblem(error: unknown, c: AppContext): Promise<Response> {
  if (error instanceof SignInNeeded) return askToSignIn(c, null);
  if (error instanceof SessionEnded) return askToSignIn(c, error);
  if (error instanceof SessionChanged) return changeCookie(c, error);
  if (error instanceof WorkspaceNeeded) return askToChoose(c);
  if (error instanceof SecondFactorNeeded) return askForFactor(c, error);
  if (error instanceof Problem) return showProblem(c, error);
  logEvent('error', 'unexpected', {
    requestId: c.get('requestId'),
    route: c.req.routePath,
    tenantId: scopeOf(c)?.tenant.id ?? null,
    error: describeError(error),
  });
  return problemPage(c, '500', 500);
}

/** What found no moment to be written waits on its page too, should Back not have it. */
async function showProblem(c: AppContext, problem: Problem): Promise<Response> {
  const claim = c.get('claim');
  if (problem.code === 'busy' && claim) await keepForm(c, claim, pageOfForm(c.req.path));
  return problemPage(c, kindOf(problem), statusOf(problem));
}

/** The page of a problem in the look of the face, or plain where no tenant is known. */
async function problemPage(c: AppContext, kind: ProblemPageKind, status: ContentfulStatusCode): Promise<Response> {
  if (wantsFragment(c)) return c.text('', status);
  const look = await lookOf(c);
  const action = actionOf(c, kind);
  const requestId = status === 500 ? c.get('requestId') : undefined;
  return sendPage(
    c,
    look,
    <ProblemPage frame={look.frame} kind={kind} requestId={requestId} action={action} />,
    status,
  );
}

function actionOf(c: AppContext, kind: ProblemPageKind): ProblemPageProps['action'] {
  if (kind === 'otherTenant') return { href: '/tenants', label: 'problem.otherTenant' };
  if (kind !== 'suspended') return { href: '/', label: 'problem.home' };
  // Agents may have a seat elsewhere.
  return c.get('host') === c.get('settings').agentHost ? { href: '/sign-in', label: 'problem.signIn' } : null;
}

async function askToSignIn(c: AppContext, ended: SessionEnded | null): Promise<Response> {
  if (wantsFragment(c)) return c.text('', 401);
  if (ended) clearSessionCookie(c);
  if (isReading(c)) return c.redirect(`/sign-in?return_to=${returnTo(c)}`, 303);
  const page = pageOfForm(c.req.path);
  const kept = ended !== null && (await keepForm(c, ended.claim, page));
  const look = await lookOf(c);
  const action = { href: `/sign-in?return_to=${encodeURIComponent(page)}`, label: 'problem.signIn' } as const;
  const kind = kept ? 'signedOutKept' : 'signedOut';
  return sendPage(c, look, <ProblemPage frame={look.frame} kind={kind} action={action} />, 401);
}

/** To where the second factor is given or set up. What was being sent cannot wait: Back still has it. */
async function askForFactor(c: AppContext, { what }: SecondFactorNeeded): Promise<Response> {
  if (wantsFragment(c)) return c.text('', 401);
  const page = what === 'give' ? '/second-factor' : '/second-factor/set-up';
  if (isReading(c)) return c.redirect(`${page}?return_to=${returnTo(c)}`, 303);
  const look = await lookOf(c);
  const action = { href: page, label: 'problem.secondFactor' } as const;
  return sendPage(c, look, <ProblemPage frame={look.frame} kind="secondFactor" action={action} />, 403);
}

/** To the workspaces; what was written for one of them waits there. */
async function askToChoose(c: AppContext): Promise<Response> {
  const [page, claim] = [pageOfForm(c.req.path), c.get('claim')];
  if (!isReading(c) && claim) await keepForm(c, claim, page);
  return c.redirect(`/workspaces?return_to=${isReading(c) ? returnTo(c) : encodeURIComponent(page)}`, 303);
}

/** The words of a genuine session wait for the same contact (SECURITY §1.6). False where nothing was kept. */
async function keepForm(c: AppContext, claim: Claim, page: string): Promise<boolean> {
  const fields = c.get('form');
  if (claim.kind !== 'contact' || !fields || !isKept(page, fields)) return false;
  const scope = c.get('scope');
  const written = await bestEffort('draft_failed', 'keep', () =>
    run(scope.db, { kept: keepDraft(scope, claim.contactId, page, fields) }),
  );
  return written !== null && written.kept > 0;
}

/** The cookie is issued anew and the browser repeats the request, body and all (RFC 9110 §15.4.8). */
async function changeCookie(c: AppContext, { claim }: SessionChanged): Promise<Response> {
  const secret = c.get('sessionSecret');
  if (secret === null) return askToSignIn(c, null);
  await setSessionCookie(c, claim, secret);
  const url = new URL(c.req.url);
  return c.redirect(url.pathname + url.search, 307);
}

async function lookOf(c: AppContext): Promise<Look> {
  const onPortal = c.get('host') !== c.get('settings').agentHost;
  return scopeOf(c) && onPortal ? portalLook(c) : agentLook(c);
}

function isReading(c: AppContext): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/** Undefined until a tenant was found. */
function scopeOf(c: AppContext): TenantScope | undefined {
  return c.get('scope');
}

/** Scripts fetch pieces of pages; they want a status, not a page. */
function wantsFragment(c: AppContext): boolean {
  return isFromScript(c) || c.req.header('Upgrade') === 'websocket';
}

function returnTo(c: AppContext): string {
  const url = new URL(c.req.url);
  return encodeURIComponent(url.pathname + url.search);
}
