import { Hono } from 'hono';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { loadWhom } from '#identity/view-as/load-whom.ts';
import { offerView } from '#identity/view-as/offer-view.ts';
import { notFound } from '#lib/problem.ts';
import { hostUrl } from '#tenancy/links.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { ViewAsPage } from './view-as-page.tsx';

const path = '/accounts/:account/people/:contact/view-as';

/** Seeing the portal as a contact: from here leads a link, for the agents' cookie never goes to a portal's host. */
export const viewAsRoutes = new Hono<AppEnv>().get(path, (c) => show(c, null)).post(path, make);

/** GET says what it means and makes nothing; it is also where one comes to after signing in again. */
async function show(c: AppContext, made: 'made' | null): Promise<Response> {
  const whom = { accountId: c.req.param('account') ?? '', contactId: c.req.param('contact') ?? '' };
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadWhom(scope, whom),
  }));
  if (!rows.whom) throw notFound();
  const { settings, tenant } = { settings: c.get('settings'), tenant: c.get('scope').tenant };
  const token = made && (await offerView(c.get('scope'), actor, whom, settings.pepper));
  const href = token && hostUrl(settings, tenant.canonicalHost, `/view-as/${token}`);
  const look = await agentLook(c, actor);
  return sendPage(
    c,
    look,
    <ViewAsPage frame={look.frame} actor={actor} counts={rows.counts} whom={{ ...rows.whom, ...whom }} href={href} />,
  );
}

async function make(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  return show(c, 'made');
}
