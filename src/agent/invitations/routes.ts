import { newMeter } from '#db/database.ts';
import { read } from '#db/read-as.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import type { FoundInvitation } from '#http/invitations/invitation-face.ts';
import { invitationRoutesOf } from '#http/invitations/routes.ts';
import { openedInvitation } from '#identity/invitations/opened-invitation.ts';
import { healAgent } from '#identity/joining/join-agents.ts';
import { isInvitationToken } from '#lib/invitation-token.ts';
import { sha256 } from '#lib/secrets.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { reachOf } from '../reach.ts';

/** Invitations to the agents of a tenant. The host is nobody's, so the link begins with the tenant's number. */
export const invitationRoutes = invitationRoutesOf({
  signIn: {
    realm: (c) => ({ kind: 'agent', scope: reachOf(c).directory, host: c.get('host') }),
    look: (c) => agentLook(c),
  },
  find,
  // Whoever answers at several companies has chosen this one by accepting.
  home: ({ slug }) => `/tickets?at=${slug}`,
  press,
});

async function find(c: AppContext, text: string): Promise<FoundInvitation | null> {
  const [, number, token = ''] = /^(\d{1,9})-(.+)$/.exec(text) ?? [];
  if (number === undefined || !isInvitationToken(token)) return null;
  const around = { now: c.get('now'), meter: newMeter(), after: () => {} };
  const scope = await openActiveTenant(c.env, { by: 'number', number: Number(number) }, around);
  if (!scope) return null;
  const { invitation } = await read(scope, { invitation: openedInvitation(scope, await sha256(token), 'agents') });
  return invitation && { scope, invitation, session: null };
}

/** An agent is made in two databases: what broke off between them is whole before the next mail is asked for. */
async function press(c: AppContext, { scope, invitation }: FoundInvitation): Promise<null> {
  const { id, email, state } = invitation;
  if (state === 'accepted') await healAgent(reachOf(c).directory, scope, { invitationId: id, email });
  return null;
}
