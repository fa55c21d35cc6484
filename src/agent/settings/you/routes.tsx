import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { checkProfile, profileForm } from '#http/profile-form.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { saveAgentProfile } from '#identity/agents/save-agent-profile.ts';
import { listFactors } from '#identity/second-factor/list-factors.ts';
import { endOneSignIn } from '#identity/sessions/end-one-sign-in.ts';
import { listSignIns } from '#identity/sessions/list-sign-ins.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { ProfileView } from '#ui/profile-form.tsx';
import { reachOf } from '../../reach.ts';
import { type Arrived, sendPlace } from '../../send-place.ts';
import { type Said, saidOf } from './said.ts';
import { YouPage } from './you-page.tsx';

/** An agent's own matters: name and zone, the second step, where they are signed in. */
export const youRoutes = new Hono<AppEnv>()
  .get('/', show)
  .post('/', save)
  .post('/sessions/:session/ending', (c) => end(c, c.req.param('session')));

async function show(c: AppContext): Promise<Response> {
  const seen = await visitAsAgent(c, loadDeskFrame);
  const { name, zone } = seen.actor;
  return page(c, seen, { name, zone: zone ?? '', errors: {} }, saidOf(c.req.query('said')));
}

async function save(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, profileForm);
  const seen = await visitAsAgent(c, loadDeskFrame);
  const { typed, profile } = checkProfile((await agentLook(c, seen.actor)).frame.reader, fields);
  if (!profile) return page(c, seen, typed, null);
  await saveAgentProfile(c.get('scope'), seen.actor, profile);
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
  typed: Omit<ProfileView, 'automaticZone'>,
  said: Said | null,
): Promise<Response> {
  const reach = reachOf(c);
  const [factors, signIns, { frame }] = await Promise.all([
    listFactors(reach.directory, seen.actor.email),
    listSignIns(reach, c.get('scope'), seen.actor),
    agentLook(c),
  ]);
  const view = { profile: { ...typed, automaticZone: frame.reader.zone }, said, factors, signIns };
  const status = typed.errors.name || typed.errors.zone ? 422 : 200;
  return sendPlace(c, seen, (place) => <YouPage {...place} {...view} />, status);
}
