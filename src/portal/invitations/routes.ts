import { read } from '#db/read-as.ts';
import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import type { FoundInvitation } from '#http/invitations/invitation-face.ts';
import { invitationRoutesOf } from '#http/invitations/routes.ts';
import { originOf } from '#http/origin-of.ts';
import { setSessionCookie } from '#http/session-cookies.ts';
import { visitAsVisitor } from '#http/visit.ts';
import { acceptInvitation } from '#identity/invitations/accept-invitation.ts';
import { openedInvitation } from '#identity/invitations/opened-invitation.ts';
import { isInvitationToken } from '#lib/invitation-token.ts';
import { sha256 } from '#lib/secrets.ts';

/** Invitations to an account, on any live host of its tenant. */
export const invitationRoutes = invitationRoutesOf({
  signIn: {
    realm: (c) => ({ kind: 'portal', scope: c.get('scope'), host: c.get('host') }),
    look: (c) => portalLook(c),
  },
  find,
  home: () => '/',
  press,
});

async function find(c: AppContext, token: string): Promise<FoundInvitation | null> {
  if (!isInvitationToken(token)) return null;
  const scope = c.get('scope');
  const statements = { invitation: openedInvitation(scope, await sha256(token), 'account') };
  const visit = await visitor(c, statements);
  const { invitation } = visit?.rows ?? (await read(scope, statements));
  if (!invitation) return null;
  const isOwn = visit !== null && visit.actor.id === invitation.contactId;
  return { scope, invitation, session: isOwn ? 'own' : visit && { email: visit.actor.email } };
}

/** Whoever is signed in, in person; null without a session that lives. */
async function visitor(c: AppContext, statements: { readonly invitation: ReturnType<typeof openedInvitation> }) {
  const claim = c.get('claim');
  if (claim?.kind !== 'contact' || claim.isViewAs) return null;
  try {
    return await visitAsVisitor(c, () => statements);
  } catch (error) {
    if (error instanceof SessionEnded) return null;
    throw error;
  }
}

/** Signed in with the invited address already: nothing is left to prove. */
async function press(c: AppContext, { scope, invitation, session }: FoundInvitation): Promise<Response | null> {
  const [claim, secret] = [c.get('claim'), c.get('sessionSecret')];
  if (session !== 'own' || claim?.kind !== 'contact' || secret === null) return null;
  const joined = await acceptInvitation(scope, claim, invitation, originOf(c));
  if (!joined) return null;
  await setSessionCookie(c, joined, secret);
  return c.redirect('/', 303);
}
