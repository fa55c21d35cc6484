import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { listInvitations } from '#identity/invitations/list-invitations.ts';
import { resendInvitation } from '#identity/invitations/resend-invitation.ts';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { visitAsAdmin } from './visit-as-admin.ts';

/** GET /members/invitations/:invitation */
export async function showInvitation(c: AppContext): Promise<Response> {
  return page(c, await visit(c), null, 200);
}

const form = z.strictObject({ workspace: z.string().max(64) });

/** POST /members/invitations/:invitation/sending */
export async function sendAgain(c: AppContext): Promise<Response> {
  const { fields } = await readHidden(c);
  const visited = await visit(c);
  const { actor, by, invitation } = visited;
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const at = { invitationId: invitation.id, accountId: actor.accountId };
  const sent = await resendInvitation(c.get('scope'), by, at, deps);
  if (!sent.ok) return page(c, visited, 'invite.againLimit', 429);
  return c.redirect('/members?said=resent', 303);
}

/** POST /members/invitations/:invitation/withdrawal */
export async function withdraw(c: AppContext): Promise<Response> {
  const { fields } = await readHidden(c);
  const { actor, by, invitation } = await visit(c);
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const at = { invitationId: invitation.id, accountId: actor.accountId };
  await withdrawInvitation(c.get('scope'), by, at, originOf(c));
  return c.redirect('/members?said=withdrawn', 303);
}

async function readHidden(c: AppContext) {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  return read;
}

/** An admin, and the invitation of their account that waits under this id. */
async function visit(c: AppContext) {
  const { actor, by, rows } = await visitAsAdmin(c, (scope, { accountId }) => ({
    invitations: listInvitations(scope, accountId),
  }));
  const invitation = rows.invitations.find(({ id }) => id === c.req.param('invitation'));
  if (!invitation) throw notFound();
  return { actor, by, invitation };
}

async function page(
  c: AppContext,
  { actor, invitation }: Awaited<ReturnType<typeof visit>>,
  refusal: 'invite.againLimit' | null,
  status: 200 | 429,
): Promise<Response> {
  const look = portalLook(c, actor);
  const said = refusal && look.frame.reader.t(refusal);
  const view = <InvitationPage frame={look.frame} actor={actor} invitation={invitation} refusal={said} />;
  return sendPage(c, look, view, status);
}
