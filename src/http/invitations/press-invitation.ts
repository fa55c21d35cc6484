import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { mailCode } from '#http/sign-in/mail-code.ts';
import type { InvitationFace } from './invitation-face.ts';
import { invitationPage } from './show-invitation.tsx';

const form = z.strictObject({});

/**
 * POST /invitations/:token: mails a fresh link and code to the invited address,
 * whoever pressed, unless a session has proven it already. To whom the mail goes
 * is the row's word alone.
 */
export async function pressInvitation(face: InvitationFace, c: AppContext, token: string): Promise<Response> {
  await readForm(c, form);
  const found = await face.find(c, token);
  const state = found?.invitation.state;
  if (!found || (state !== 'open' && state !== 'accepted')) return invitationPage(face, c, found);
  const joined = await face.press(c, found);
  if (joined) return joined;
  const { scope, invitation } = found;
  const returnTo = face.home(scope.tenant);
  const isAsked = await mailCode(face.signIn, c, {
    address: invitation.email,
    returnTo,
    ...(state === 'open' && { invitation: { tenantId: scope.tenant.id, id: invitation.id } }),
  });
  if (isAsked) return c.redirect(`/sign-in/code?return_to=${encodeURIComponent(returnTo)}`, 303);
  c.header('Retry-After', '60');
  return invitationPage(face, c, found, true);
}
