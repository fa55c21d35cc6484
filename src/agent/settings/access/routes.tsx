import { Hono } from 'hono';
import * as z from 'zod';
import { openDirectoryDb } from '#db/database.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { type AccessSettings, newcomerRules } from '#identity/settings/access-rules.ts';
import { findAccessSettings, saveAccessSettings } from '#identity/settings/access-settings.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { type Arrived, sendPlace } from '../../send-place.ts';
import { AccessPage } from './access-page.tsx';

/** Who may come in and how agents sign in: for those who manage the tenant. */
export const accessRoutes = new Hono<AppEnv>().get('/', show).post('/', save);

async function show(c: AppContext): Promise<Response> {
  const { seen, settings } = await visitSettings(c);
  return page(c, seen, settings, {}, 200);
}

// A box that is not ticked is not sent.
const box = z.literal('on').optional();
const form = z.strictObject({
  newcomers: z.enum(newcomerRules),
  ticket_links: box,
  second_factor: box,
  short_sessions: box,
});

async function save(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  const { seen, settings } = await visitSettings(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const { newcomers, ticket_links, second_factor, short_sessions } = read.value;
  const to: AccessSettings = {
    newcomers,
    ticketLinks: ticket_links ? 1 : 0,
    secondFactorRequired: second_factor ? 1 : 0,
    shortAgentSessions: short_sessions ? 1 : 0,
  };
  const directory = { db: openDirectoryDb(c.env, c.get('meter')), now: c.get('now') };
  const change = { from: settings, to };
  const { outcome } = await saveAccessSettings(c.get('scope'), directory, seen.actor, change, originOf(c));
  if (outcome !== 'no_factor') return c.redirect('/settings/access?saved', 303);
  const { t } = (await agentLook(c, seen.actor)).frame.reader;
  const error = t('access.factor.none', { page: t('agent.settings.you') });
  return page(c, seen, to, { second_factor: error }, 422);
}

async function visitSettings(c: AppContext) {
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    settings: findAccessSettings(scope),
  }));
  mustManage(seen.actor);
  if (!seen.rows.settings) throw notFound();
  return { seen, settings: seen.rows.settings };
}

function page(
  c: AppContext,
  seen: Arrived,
  settings: AccessSettings,
  errors: { readonly second_factor?: string },
  status: 200 | 422,
): Promise<Response> {
  const isSaved = status === 200 && c.req.query('saved') !== undefined;
  return sendPlace(
    c,
    seen,
    (props) => <AccessPage {...props} settings={settings} errors={errors} isSaved={isSaved} />,
    status,
  );
}
