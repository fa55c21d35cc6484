import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { checkToken } from '#identity/hand-off/check-token.ts';
import { sendPlace } from '../../send-place.ts';
import { CheckPage } from './check-page.tsx';
import { doorOf, visitHandOff } from './place.ts';

/** GET /settings/hand-off/check */
export async function showCheck(c: AppContext): Promise<Response> {
  const seen = await visitHandOff(c, () => ({}));
  return sendPlace(c, seen, (place) => <CheckPage {...place} checked={null} />);
}

const form = z.strictObject({ token: z.string().default('') });

/** POST: looks at the token and forgets it. It is not shown again either: a page can stay open. */
export async function checkOne(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  c.set('form', null);
  const seen = await visitHandOff(c, () => ({}));
  const checked = await checkToken(c.get('scope'), seen.actor, fields['token'] ?? '', doorOf(c));
  return sendPlace(c, seen, (place) => <CheckPage {...place} checked={checked} />);
}
