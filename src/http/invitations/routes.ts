import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import type { InvitationFace } from './invitation-face.ts';
import { pressInvitation } from './press-invitation.ts';
import { showInvitation } from './show-invitation.tsx';

/** The link of an invitation, the same for both faces. */
export function invitationRoutesOf(face: InvitationFace): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/invitations/:token', (c) => showInvitation(face, c, c.req.param('token')))
    .post('/invitations/:token', (c) => pressInvitation(face, c, c.req.param('token')));
}
