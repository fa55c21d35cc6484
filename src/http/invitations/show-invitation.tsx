import type { AppContext } from '#http/context.ts';
import { sendPage } from '#http/send-page.ts';
import { DeadInvitationPage, InvitationPage } from '#ui/invitations/invitation-page.tsx';
import type { FoundInvitation, InvitationFace } from './invitation-face.ts';

/** GET and HEAD /invitations/:token change nothing: mail scanners come here first. */
export async function showInvitation(face: InvitationFace, c: AppContext, token: string): Promise<Response> {
  return invitationPage(face, c, await face.find(c, token));
}

/** The page of an invitation as it stands; `isTooMany`: the mail could not be asked for. */
export async function invitationPage(
  face: InvitationFace,
  c: AppContext,
  found: FoundInvitation | null,
  isTooMany = false,
): Promise<Response> {
  c.header('X-Robots-Tag', 'noindex');
  const look = await face.signIn.look(c);
  const { frame } = look;
  const action = new URL(c.req.url).pathname;
  const state = found?.invitation.state ?? 'unknown';
  if (!found || state !== 'open') {
    const dead = state === 'open' ? 'unknown' : state;
    return sendPage(c, look, <DeadInvitationPage {...{ frame, action, state: dead }} />, found ? 410 : 404);
  }
  const { invitation, session, scope } = found;
  const { inviterName: inviter, account, email, role } = invitation;
  const view = { brand: scope.tenant.brand.name, inviter, account, email, role, session };
  return sendPage(c, look, <InvitationPage {...{ frame, action, view, isTooMany }} />, isTooMany ? 429 : 200);
}
