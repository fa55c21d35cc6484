import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { findAccount } from '#identity/accounts/change-account.ts';
import { listDomains } from '#identity/accounts/list-domains.ts';
import { listInvitations } from '#identity/invitations/list-invitations.ts';
import { listAccessRequests } from '#identity/members/list-access-requests.ts';
import { listMembers } from '#identity/members/list-members.ts';
import { findAccessSettings } from '#identity/settings/access-settings.ts';
import { notFound } from '#lib/problem.ts';
import { manages } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { sendPlace } from '../send-place.ts';
import { accountIdOf, saidOf } from './account-address.ts';
import { AccountPage } from './account-page.tsx';

/** An account: its people, who is invited or asks, its mail domains. */
export async function showAccount(c: AppContext): Promise<Response> {
  const id = accountIdOf(c);
  const after = c.req.query('after');
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    account: findAccount(scope, id),
    people: listMembers(scope, id, { after, withNone: true }),
    requests: listAccessRequests(scope, id),
    invitations: listInvitations(scope, id),
    domains: listDomains(scope, id),
    settings: findAccessSettings(scope),
  }));
  const { account, people, requests, invitations, domains, settings } = seen.rows;
  if (!account) throw notFound();
  return sendPlace(c, seen, (props) => (
    <AccountPage
      {...props}
      account={account}
      people={people}
      isFirst={after === undefined}
      requests={requests}
      invitations={invitations}
      domains={domains}
      newcomers={settings?.newcomers ?? 'known'}
      mayChange={manages(seen.actor.role)}
      said={saidOf(c)}
    />
  ));
}
