import { Hono } from 'hono';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { saveAgentProfile } from '#identity/agents/save-agent-profile.ts';
import { nameOf } from '#identity/people/name-of.ts';
import { listFactors } from '#identity/second-factor/list-factors.ts';
import { endOneSignIn } from '#identity/sessions/end-one-sign-in.ts';
import { listSignIns } from '#identity/sessions/list-sign-ins.ts';
import { isZone } from '#lib/times.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { reachOf } from '../../reach.ts';
import { type Arrived, sendPlace } from '../../send-place.ts';
import { saidOf } from './said.ts';
import { YouPage, type YouView } from './you-page.tsx';

/** An agent's own matters: name and zone, the second step, where they are signed in. */
export const youRoutes = new Hono<AppEnv>()
  .get('/', show)
  .post('/', save)
  .post('/sessions/:session/ending', (c) => end(c, c.req.param('session')));

async function show(c: AppContext): Promise<Response> {
  const seen = await visitAsAgent(c, loadDeskFrame);
  const { name, zone } = seen.actor;
  return page(c, seen, { name, zone: zone ?? '', errors: {}, said: saidOf(c.req.query('said')) });
}

const form = z.strictObject({ name: z.string().default(''), zone: z.string().default('') });

async function save(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const seen = await visitAsAgent(c, loadDeskFrame);
  const [typed, zone] = [fields['name'] ?? '', fields['zone'] ?? ''];
  const name = nameOf(typed);
  const { t } = (await agentLook(c, seen.actor)).frame.reader;
  const errors: { name?: string; zone?: string } = {};
  if (!name.ok)
    errors.name =
      name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
  if (zone !== '' && !isZone(zone)) errors.zone = t('field.choice');
  if (!name.ok || errors.zone) return page(c, seen, { name: typed, zone, errors, said: null });
  await saveAgentProfile(c.get('scope'), seen.actor, { name: name.value, zone: zone === '' ? null : zone });
  return c.redirect('/settings/you?said=saved', 303);
}

/** POST /settings/you/sessions/:session/ending: at every tenant that this sign-in reached. */
async function end(c: AppContext, id: string): Promise<Response> {
  const { actor } = await visitAsAgent(c, () => ({}));
  await endOneSignIn(reachOf(c), c.get('scope'), actor, id, originOf(c));
  return c.redirect('/settings/you?said=ended', 303);
}

async function page(
  c: AppContext,
  seen: Arrived,
  view: Pick<YouView, 'name' | 'zone' | 'errors' | 'said'>,
): Promise<Response> {
  const reach = reachOf(c);
  const [factors, signIns, { frame }] = await Promise.all([
    listFactors(reach.directory, seen.actor.email),
    listSignIns(reach, c.get('scope'), seen.actor),
    agentLook(c),
  ]);
  const more = { factors, signIns, automaticZone: frame.reader.zone };
  const status = view.errors.name || view.errors.zone ? 422 : 200;
  return sendPlace(c, seen, (place) => <YouPage {...place} {...view} {...more} />, status);
}
