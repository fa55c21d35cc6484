import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { resendInvitation } from '#identity/invitations/resend-invitation.ts';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { notFound } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { agentsHref, leaveFor } from './said.ts';
import { visitAgents } from './visit.ts';

/** Who asks, and the pending invitation that the address names. */
async function visitInvitation(c: AppContext) {
  const seen = await visitAgents(c);
  const invitation = seen.rows.invitations.find(({ id }) => id === c.req.param('invitation'));
  if (!invitation) throw notFound();
  return { seen, invitation };
}

/** POST /settings/agents/invitations/:invitation: the same with a new link. */
export async function resend(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { seen, invitation } = await visitInvitation(c);
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const which = { invitationId: invitation.id, accountId: null };
  const { ok } = await resendInvitation(c.get('scope'), seen.actor, which, deps);
  return leaveFor(c, agentsHref, ok ? 'resent' : 'too-many');
}

export async function showWithdraw(c: AppContext): Promise<Response> {
  const { seen, invitation } = await visitInvitation(c);
  return sendPlace(c, seen, (place) => {
    const { t } = place.frame.reader;
    return (
      <SettingsPage {...place} section="agents" title={t('pending.withdrawTitle', { email: invitation.email })}>
        <ConfirmForm
          says={[t('pending.withdrawText')]}
          action={`${agentsHref}/invitations/${invitation.id}/withdrawal`}
          label={t('pending.withdraw')}
          cancel={{ href: agentsHref, label: t('agents.keep') }}
        />
      </SettingsPage>
    );
  });
}

export async function withdraw(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { seen, invitation } = await visitInvitation(c);
  const which = { invitationId: invitation.id, accountId: null };
  await withdrawInvitation(c.get('scope'), seen.actor, which, originOf(c));
  return leaveFor(c, agentsHref, 'withdrawn');
}
