import { Hono } from 'hono';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { participantPolicies } from '#tickets/people/people-rules.ts';
import { closingDays } from '#tickets/settings/request-settings.ts';
import { findRequestSettings, saveRequestSettings } from '#tickets/settings/save-request-settings.ts';
import { sendPlace } from '../../send-place.ts';
import { RequestsPage } from './requests-page.tsx';

/** When solved requests close and who may be put on them: for those who manage the tenant. */
export const requestSettingsRoutes = new Hono<AppEnv>().get('/', show).post('/', save);

async function show(c: AppContext): Promise<Response> {
  const { seen, settings } = await visitSettings(c);
  const isSaved = c.req.query('saved') !== undefined;
  const days = String(settings.solvedClosesAfterDays);
  return sendPlace(c, seen, (props) => <RequestsPage {...props} settings={settings} days={days} isSaved={isSaved} />);
}

const days = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((n) => n >= closingDays.least && n <= closingDays.most);
const form = z.strictObject({ days, participants: z.enum(participantPolicies) });

async function save(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  const { seen, settings } = await visitSettings(c);
  if (!read.ok) {
    const participants = participantPolicies.find((policy) => policy === read.fields['participants']);
    if ('participants' in read.errors || !participants) throw new Problem('invalid', 'unknown_choice');
    const typed = { settings: { ...settings, participants }, days: read.fields['days'] ?? '' };
    return sendPlace(c, seen, (props) => <RequestsPage {...props} {...typed} isSaved={false} isFaulty />, 422);
  }
  const to = { solvedClosesAfterDays: read.value.days, participants: read.value.participants };
  await saveRequestSettings(c.get('scope'), seen.actor, { from: settings, to }, originOf(c));
  return c.redirect('/settings/requests?saved', 303);
}

async function visitSettings(c: AppContext) {
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    settings: findRequestSettings(scope),
  }));
  mustManage(seen.actor);
  if (!seen.rows.settings) throw notFound();
  return { seen, settings: seen.rows.settings };
}
