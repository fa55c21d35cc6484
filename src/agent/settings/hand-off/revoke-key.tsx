import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { type ListedKey, listHandOff } from '#identity/hand-off/list-keys.ts';
import { revokeKey } from '#identity/hand-off/revoke-key.ts';
import { notFound } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { handOffHref, visitHandOff } from './place.ts';

/** GET /settings/hand-off/keys/:kid/revocation */
export async function showRevoke(c: AppContext): Promise<Response> {
  const { seen, key, isLast } = await visitKey(c);
  if (key.revokedAt !== null) return c.redirect(handOffHref, 303);
  return sendPlace(c, seen, ({ frame, ...place }) => {
    const { t } = frame.reader;
    const says = [t('handOffSettings.revokeText'), t('handOffSettings.revokeOpen')];
    const title = t('handOffSettings.revokeTitle', { name: key.name });
    return (
      <SettingsPage frame={frame} {...place} section="hand-off" title={title}>
        <ConfirmForm
          says={isLast ? [...says, t('handOffSettings.revokeLast')] : says}
          action={`${handOffHref}/keys/${encodeURIComponent(key.kid)}/revocation`}
          label={t('handOffSettings.revokeDo')}
          cancel={{ href: handOffHref, label: t('common.cancel') }}
        />
      </SettingsPage>
    );
  });
}

const form = z.strictObject({});

/** POST: for good. */
export async function doRevoke(c: AppContext): Promise<Response> {
  await readForm(c, form);
  const { seen, key } = await visitKey(c);
  await revokeKey(c.get('scope'), seen.actor, key.kid, originOf(c));
  return c.redirect(`${handOffHref}?said=revoked`, 303);
}

async function visitKey(c: AppContext) {
  const seen = await visitHandOff(c, (scope) => ({ keys: listHandOff(scope).keys }));
  const key: ListedKey | undefined = seen.rows.keys.find(({ kid }) => kid === c.req.param('kid'));
  if (!key) throw notFound();
  return { seen, key, isLast: seen.rows.keys.filter(({ revokedAt }) => revokedAt === null).length === 1 };
}
