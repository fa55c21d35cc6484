import type { AppContext } from '#http/context.ts';
import { whoHasFactor } from '#identity/second-factor/list-factors.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PendingInvitations } from '../../pending-invitations.tsx';
import { reachOf } from '../../reach.ts';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { AgentsTable } from './agents-table.tsx';
import { agentsHref, saidOf } from './said.ts';
import { SaidNotice } from './said-notice.tsx';
import { visitAgents } from './visit.ts';

/** GET /settings/agents: who answers here, and who is invited to. */
export async function showAgents(c: AppContext): Promise<Response> {
  const seen = await visitAgents(c);
  const { agents, invitations } = seen.rows;
  const emails = agents.map(({ email }) => email);
  const withFactor = await whoHasFactor(reachOf(c).directory, emails);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    return (
      <SettingsPage {...place} section="agents">
        <SaidNotice reader={reader} said={saidOf(c)} />
        <section class="settings-part" aria-label={reader.t('agent.settings.agents')}>
          <p>{reader.t('agents.intro')}</p>
          <AgentsTable reader={reader} agents={agents} withFactor={withFactor} self={place.actor.id} />
          <div class="actions">
            <ButtonLink href={`${agentsHref}/invitations/new`} look="primary" icon="plus">
              {reader.t('agents.invite')}
            </ButtonLink>
          </div>
        </section>
        <PendingInvitations reader={reader} invitations={invitations} href={`${agentsHref}/invitations`} mayChange />
      </SettingsPage>
    );
  });
}
