import { Hono } from 'hono';
import type { TenantScope } from '#db/scopes.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { checkProfile, profileForm } from '#http/profile-form.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import { saveProfile } from '#identity/people/save-profile.ts';
import { listSessions } from '#identity/sessions/list-sessions.ts';
import type { OwnSession } from '#identity/sessions/session-owner.ts';
import type { Contact, MemberClaim } from '#lib/actor.ts';
import type { ProfileView } from '#ui/profile-form.tsx';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { enterAddressCode, showAddressCode } from './address-code.tsx';
import { askForProof, makeMain, removeOwn, showAddresses } from './addresses.tsx';
import { endOwnSession } from './end-own-session.ts';
import { SettingsPage, type SettingsPageProps } from './settings-page.tsx';

/** A contact's own settings: what to call them, their zone, the way out. */
export const settingsRoutes = new Hono<AppEnv>()
  .get('/settings', show)
  .post('/settings', save)
  .post('/settings/sessions/:session/ending', endOwnSession)
  .get('/settings/addresses', showAddresses)
  .post('/settings/addresses', askForProof)
  .get('/settings/addresses/code', showAddressCode)
  .post('/settings/addresses/code', enterAddressCode)
  .post('/settings/addresses/main', makeMain)
  .post('/settings/addresses/removal', removeOwn);

async function show(c: AppContext): Promise<Response> {
  const { actor, rows } = await visitAsContact(c, load);
  const { name = actor.name, zone = actor.zone ?? '' } = rows.kept ?? {};
  return page(c, actor, rows.sessions, { name, zone, errors: {} }, noticeOf(c, rows.kept !== null));
}

/** What was filled in when a session had ended, and where the person is signed in. */
function load(scope: TenantScope, claim: MemberClaim) {
  return {
    kept: takeDraft(scope, claim, '/settings'),
    sessions: listSessions(scope, { kind: 'contact', id: claim.contactId }, claim.secretHash),
  };
}

function noticeOf(c: AppContext, isKept: boolean): SettingsPageProps['notice'] {
  if (isKept) return 'settings.kept';
  if (c.req.query('said') === 'session-ended') return 'sessions.ended';
  return c.req.query('saved') === undefined ? null : 'settings.saved';
}

async function save(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, profileForm);
  const { actor, rows } = await visitAsContact(c, load);
  const { typed, profile } = checkProfile(portalLook(c, actor).frame.reader, fields);
  if (!profile) return page(c, actor, rows.sessions, typed, null);
  await saveProfile(c.get('scope'), actor, profile);
  await dropSentDraft(c.get('scope'), actor.id, '/settings', rows.kept);
  return c.redirect('/settings?saved', 303);
}

function page(
  c: AppContext,
  actor: Contact,
  sessions: readonly OwnSession[],
  typed: Omit<ProfileView, 'automaticZone'>,
  notice: SettingsPageProps['notice'],
): Promise<Response> {
  const look = portalLook(c, actor);
  const profile = { ...typed, automaticZone: portalLook(c).frame.reader.zone };
  const status = typed.errors.name || typed.errors.zone ? 422 : 200;
  return sendPage(
    c,
    look,
    <SettingsPage frame={look.frame} actor={actor} profile={profile} sessions={sessions} notice={notice} />,
    status,
  );
}
