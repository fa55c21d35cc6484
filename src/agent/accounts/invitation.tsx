import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { findAccount } from '#identity/accounts/change-account.ts';
import { listInvitations } from '#identity/invitations/list-invitations.ts';
import { resendInvitation } from '#identity/invitations/resend-invitation.ts';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { sendPlace } from '../send-place.ts';
import { accountHref, accountIdOf, leaveFor } from './account-address.ts';
import { ConfirmPage } from './confirm-page.tsx';

/** Who asks, the account, and its pending invitation that the address names. */
async function visitInvitation(c: AppContext) {
  const [id, invitationId] = [accountIdOf(c), c.req.param('invitation') ?? ''];
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    account: findAccount(scope, id),
    invitations: listInvitations(scope, id),
  }));
  mustManage(seen.actor);
  const { account, invitations } = seen.rows;
  const invitation = invitations.find((one) => one.id === invitationId);
  if (!account || !invitation) throw notFound();
  return { seen, account, invitation };
}

/** POST: the same invitation with a new link. */
export async function resend(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { seen, account, invitation } = await visitInvitation(c);
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const which = { invitationId: invitation.id, accountId: account.id };
  const { ok } = await resendInvitation(c.get('scope'), seen.actor, which, deps);
  return leaveFor(c, accountHref(account.id), ok ? 'resent' : 'too-many');
}

export async function showWithdraw(c: AppContext): Promise<Response> {
  const { seen, account, invitation } = await visitInvitation(c);
  return sendPlace(c, seen, (props) => {
    const { t } = props.frame.reader;
    return (
      <ConfirmPage
        {...props}
        title={t('pending.withdrawTitle', { email: invitation.email })}
        says={[t('pending.withdrawText')]}
        action={accountHref(account.id, `/invitations/${invitation.id}/withdrawal`)}
        label={t('pending.withdraw')}
        back={{ href: accountHref(account.id), label: account.name }}
        cancel={t('accounts.keep')}
      />
    );
  });
}

export async function withdraw(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { seen, account, invitation } = await visitInvitation(c);
  const which = { invitationId: invitation.id, accountId: account.id };
  await withdrawInvitation(c.get('scope'), seen.actor, which, originOf(c));
  return leaveFor(c, accountHref(account.id), 'withdrawn');
}
