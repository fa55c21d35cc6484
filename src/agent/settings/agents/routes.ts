import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import {
  askDisable,
  askEnable,
  askEndSessions,
  askRole,
  changeRole,
  disable,
  enable,
  endSessions,
} from './change-agent.tsx';
import { resend, showWithdraw, withdraw } from './invitation.tsx';
import { inviteAgent, showInvite } from './invite-agent.tsx';
import { showAgent } from './show-agent.tsx';
import { showAgents } from './show-agents.tsx';

/** Who answers here: for owners and admins; to other agents none of it exists. */
export const agentsRoutes = new Hono<AppEnv>()
  .get('/', showAgents)
  .get('/invitations/new', showInvite)
  .post('/invitations', inviteAgent)
  .post('/invitations/:invitation', resend)
  .get('/invitations/:invitation/withdrawal', showWithdraw)
  .post('/invitations/:invitation/withdrawal', withdraw)
  .get('/:agent', showAgent)
  .get('/:agent/role', askRole)
  .post('/:agent/role', changeRole)
  .get('/:agent/disabling', askDisable)
  .post('/:agent/disabling', disable)
  .get('/:agent/enabling', askEnable)
  .post('/:agent/enabling', enable)
  .get('/:agent/sessions', askEndSessions)
  .post('/:agent/sessions', endSessions);
