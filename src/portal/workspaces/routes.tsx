import { Hono } from 'hono';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { setSessionCookie } from '#http/session-cookies.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { chooseWorkspace } from '#identity/workspaces/choose-workspace.ts';
import { listWorkspaces } from '#identity/workspaces/list-workspaces.ts';
import { notFound } from '#lib/problem.ts';
import { countNews } from '#tickets/count-news.ts';
import { findElsewhere } from '#tickets/find-elsewhere.ts';
import { numberIn } from '../request-number.ts';
import { WorkspacesPage } from './workspaces-page.tsx';

/** Where a contact with several memberships chooses, after sign-in and at any time later. */
export const workspaceRoutes = new Hono<AppEnv>().get('/workspaces', show).post('/workspaces', choose);

async function show(c: AppContext): Promise<Response> {
  const back = returnTo(c.req.query('return_to'), new URL(c.req.url).origin);
  const wanted = numberIn(/^\/requests\/(\d+)(?=[/?#]|$)/.exec(back)?.[1]);
  const { actor, rows } = await visitAsVisitor(c, (scope, { contactId, accountId }) => ({
    workspaces: listWorkspaces(scope, contactId),
    news: countNews(scope, contactId),
    // Who came from a mail before choosing is led to where that request is.
    elsewhere: findElsewhere(scope, contactId, wanted ?? 0, accountId),
  }));
  const current = actor.kind === 'contact' ? actor.accountId : null;
  const look = portalLook(c, actor.kind === 'contact' ? actor : undefined);
  return sendPage(
    c,
    look,
    <WorkspacesPage
      frame={look.frame}
      workspaces={rows.workspaces}
      news={rows.news}
      current={current}
      wanted={wanted !== null && rows.elsewhere ? { number: wanted, accountId: rows.elsewhere.accountId } : null}
      returnTo={back}
    />,
  );
}

const form = z.strictObject({ workspace: z.string().optional(), return_to: z.string().optional() });

async function choose(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { rows } = await visitAsVisitor(c, (scope, { contactId }) => ({
    workspaces: listWorkspaces(scope, contactId),
  }));
  const [claim, secret] = [c.get('claim'), c.get('sessionSecret')];
  if (claim?.kind !== 'contact' || secret === null) throw notFound();
  const chosen = await chooseWorkspace(c.get('scope'), claim, rows.workspaces, fields['workspace'] ?? '', originOf(c));
  await setSessionCookie(c, chosen, secret);
  return c.redirect(returnTo(fields['return_to'], new URL(c.req.url).origin), 303);
}
