import { Hono } from 'hono';
import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import { nameOf } from '#identity/people/name-of.ts';
import { saveProfile } from '#identity/people/save-profile.ts';
import { listSessions } from '#identity/sessions/list-sessions.ts';
import type { OwnSession } from '#identity/sessions/session-owner.ts';
import type { Contact, MemberClaim } from '#lib/actor.ts';
import { isZone } from '#lib/times.ts';
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
  return page(c, actor, rows.sessions, { name, zone, errors: {}, notice: noticeOf(c, rows.kept !== null) }, 200);
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

const form = z.strictObject({ name: z.string().default(''), zone: z.string().default('') });

async function save(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor, rows } = await visitAsContact(c, load);
  const [typed, zone] = [fields['name'] ?? '', fields['zone'] ?? ''];
  const name = nameOf(typed);
  const { t } = portalLook(c, actor).frame.reader;
  const errors: { name?: string; zone?: string } = {};
  if (!name.ok)
    errors.name =
      name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
  if (zone !== '' && !isZone(zone)) errors.zone = t('field.choice');
  if (!name.ok || errors.zone) return page(c, actor, rows.sessions, { name: typed, zone, errors, notice: null }, 422);
  await saveProfile(c.get('scope'), actor, { name: name.value, zone: zone === '' ? null : zone });
  await dropSentDraft(c.get('scope'), actor.id, '/settings', rows.kept);
  return c.redirect('/settings?saved', 303);
}

type View = Pick<SettingsPageProps, 'name' | 'zone' | 'errors' | 'notice'>;

function page(
  c: AppContext,
  actor: Contact,
  sessions: readonly OwnSession[],
  view: View,
  status: 200 | 422,
): Promise<Response> {
  const look = portalLook(c, actor);
  const automatic = portalLook(c).frame.reader.zone;
  return sendPage(
    c,
    look,
    <SettingsPage frame={look.frame} actor={actor} automaticZone={automatic} sessions={sessions} {...view} />,
    status,
  );
}
