import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { sendAgain, showInvitation, withdraw } from './invitation.tsx';
import { askInvite, sendInvites } from './invite.tsx';
import { askRemoval, remove } from './removal.tsx';
import { askDecision, decide } from './request.tsx';
import { askRole, saveRole } from './role.tsx';
import { showMember } from './show-member.tsx';
import { showMembers } from './show-members.tsx';

/** Who has access to a workspace, for its admins; to everybody else none of it is there. */
export const memberRoutes = new Hono<AppEnv>()
  .get('/members', showMembers)
  .get('/members/invitations', askInvite)
  .post('/members/invitations', sendInvites)
  .get('/members/invitations/:invitation', showInvitation)
  .post('/members/invitations/:invitation/sending', sendAgain)
  .post('/members/invitations/:invitation/withdrawal', withdraw)
  .get('/members/requests/:request', askDecision)
  .post('/members/requests/:request', decide)
  .get('/members/:contact{con_[0-9a-z]+}', showMember)
  .get('/members/:contact{con_[0-9a-z]+}/role', askRole)
  .post('/members/:contact{con_[0-9a-z]+}/role', saveRole)
  .get('/members/:contact{con_[0-9a-z]+}/removal', askRemoval)
  .post('/members/:contact{con_[0-9a-z]+}/removal', remove);
