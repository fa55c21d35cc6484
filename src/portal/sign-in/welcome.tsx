import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { nameOf } from '#identity/people/name-of.ts';
import { sayName } from '#identity/people/say-name.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { WelcomePage } from './welcome-page.tsx';

/** GET /welcome: once after sign-in, while nobody knows what to call the contact. */
export async function showWelcome(c: AppContext): Promise<Response> {
  const back = returnTo(c.req.query('return_to'), new URL(c.req.url).origin);
  const { actor } = await visitAsVisitor(c, () => ({}));
  if (actor.name !== '') return c.redirect(back, 303);
  const look = portalLook(c);
  return sendPage(c, look, <WelcomePage frame={look.frame} returnTo={back} name="" />);
}

const form = z.strictObject({ name: z.string().default(''), return_to: z.string().optional() });

/** POST /welcome */
export async function saveName(c: AppContext): Promise<Response> {
  const { fields }: FormResult<z.infer<typeof form>> = await readForm(c, form);
  const { actor } = await visitAsVisitor(c, () => ({}));
  const back = returnTo(fields['return_to'], new URL(c.req.url).origin);
  const name = nameOf(fields['name'] ?? '');
  if (name.ok) {
    await sayName(c.get('scope'), actor, name.value);
    return c.redirect(back, 303);
  }
  const look = portalLook(c);
  const { t } = look.frame.reader;
  const error =
    name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
  return sendPage(
    c,
    look,
    <WelcomePage frame={look.frame} returnTo={back} name={fields['name'] ?? ''} error={error} />,
    422,
  );
}
