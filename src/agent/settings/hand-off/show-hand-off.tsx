import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { type HandOffSettings, listHandOff } from '#identity/hand-off/list-keys.ts';
import { saveHandOffSettings } from '#identity/hand-off/save-hand-off-settings.ts';
import { Problem } from '#lib/problem.ts';
import { hostUrl } from '#tenancy/links.ts';
import { sendPlace } from '../../send-place.ts';
import { HandOffPage, type HandOffPageProps } from './hand-off-page.tsx';
import { handOffHref, visitHandOff } from './place.ts';

/** GET /settings/hand-off */
export async function showHandOff(c: AppContext): Promise<Response> {
  const said = c.req.query('said');
  return page(c, { said: said === 'saved' || said === 'revoked' ? said : null, typed: null, errors: {} }, 200);
}

const creates = ['nothing', 'contacts', 'accounts'] as const;

const form = z.strictObject({
  remote_url: z.string().default(''),
  // A box that is not ticked is not sent.
  at_once: z.literal('on').optional(),
  creates: z.enum(creates),
});

/** POST /settings/hand-off */
export async function saveSettings(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  const { actor } = await visitHandOff(c, () => ({}));
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const typed = { remoteUrl: read.value.remote_url, atOnce: read.value.at_once === 'on', creates: read.value.creates };
  const { t } = (await agentLook(c, actor)).frame.reader;
  if (typed.atOnce && typed.remoteUrl.trim() === '')
    return page(c, { said: null, typed, errors: { remote_url: t('handOffSettings.remoteNeeded') } }, 422);
  const isSaved = await saveHandOffSettings(c.get('scope'), actor, typed, c.get('settings'), originOf(c));
  if (isSaved) return c.redirect(`${handOffHref}?said=saved`, 303);
  return page(c, { said: null, typed, errors: { remote_url: t('handOffSettings.remoteFault') } }, 422);
}

type View = Pick<HandOffPageProps, 'said' | 'errors'> & { readonly typed: HandOffSettings | null };

async function page(c: AppContext, { typed, ...view }: View, status: 200 | 422): Promise<Response> {
  const seen = await visitHandOff(c, listHandOff);
  const { keys, settings, refusals } = seen.rows;
  const portal = hostUrl(c.get('settings'), c.get('scope').tenant.canonicalHost, '');
  return sendPlace(
    c,
    seen,
    (place) => <HandOffPage {...place} {...view} {...{ keys, refusals, portal }} settings={typed ?? settings} />,
    status,
  );
}
