import { Hono } from 'hono';
import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { nameOf } from '#identity/name-of.ts';
import { saveProfile } from '#identity/save-profile.ts';
import { takeDraft } from '#identity/take-draft.ts';
import type { Contact, MemberClaim } from '#lib/actor.ts';
import { isZone } from '#lib/times.ts';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { SettingsPage, type SettingsPageProps } from './settings-page.tsx';

/** A contact's own settings: what to call them, their zone, the way out. */
export const settingsRoutes = new Hono<AppEnv>().get('/settings', show).post('/settings', save);

async function show(c: AppContext): Promise<Response> {
  const { actor, rows } = await visitAsContact(c, loadKept);
  const { name = actor.name, zone = actor.zone ?? '' } = rows.kept ?? {};
  const saved = c.req.query('saved') === undefined ? null : 'settings.saved';
  return page(c, actor, { name, zone, errors: {}, notice: rows.kept ? 'settings.kept' : saved }, 200);
}

/** What was filled in when a session had ended. */
function loadKept(scope: TenantScope, claim: MemberClaim) {
  return { kept: takeDraft(scope, claim, '/settings') };
}

const form = z.strictObject({ name: z.string().default(''), zone: z.string().default('') });

async function save(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor, rows } = await visitAsContact(c, loadKept);
  const [typed, zone] = [fields['name'] ?? '', fields['zone'] ?? ''];
  const name = nameOf(typed);
  const { t } = portalLook(c, actor).frame.reader;
  const errors: { name?: string; zone?: string } = {};
  if (!name.ok)
    errors.name =
      name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
  if (zone !== '' && !isZone(zone)) errors.zone = t('field.choice');
  if (!name.ok || errors.zone) return page(c, actor, { name: typed, zone, errors, notice: null }, 422);
  await saveProfile(c.get('scope'), actor, { name: name.value, zone: zone === '' ? null : zone });
  await dropSentDraft(c.get('scope'), actor.id, '/settings', rows.kept);
  return c.redirect('/settings?saved', 303);
}

type View = Pick<SettingsPageProps, 'name' | 'zone' | 'errors' | 'notice'>;

function page(c: AppContext, actor: Contact, view: View, status: 200 | 422): Promise<Response> {
  const look = portalLook(c, actor);
  const automatic = portalLook(c).frame.reader.zone;
  return sendPage(
    c,
    look,
    <SettingsPage frame={look.frame} actor={actor} automaticZone={automatic} {...view} />,
    status,
  );
}
