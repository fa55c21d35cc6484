import type { AppContext } from '#http/context.ts';
import type { AgentRow } from '#identity/agents/agent-row.ts';
import { rolesToGive, whyNotChange } from '#identity/agents/agent-rules.ts';
import type { AgentRole } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { Notice } from '#ui/notice.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { agentRoleChoices, roleWord } from './role-word.ts';
import { agentsHref, saidOf } from './said.ts';
import { SaidNotice } from './said-notice.tsx';
import { visitOneAgent } from './visit.ts';

/** GET /settings/agents/:agent */
export async function showAgent(c: AppContext): Promise<Response> {
  const { seen, agent } = await visitOneAgent(c);
  const whyNot = whyNotChange(seen.actor, agent);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    return (
      <SettingsPage {...place} section="agents" title={agent.name || agent.email}>
        <SaidNotice reader={reader} said={saidOf(c)} />
        <section class="settings-part" aria-label={reader.t('agents.person')}>
          <p>
            <bdi>{agent.email}</bdi> · {roleWord(reader, agent.role)}
            {!agent.isActive && ` · ${reader.t('agents.disabled')}`}
          </p>
          {whyNot && (
            <Notice>
              <p>{reader.t(`agents.one.${whyNot}`)}</p>
            </Notice>
          )}
        </section>
        {!whyNot && <Changes reader={reader} agent={agent} roles={rolesToGive(place.actor.role)} />}
      </SettingsPage>
    );
  });
}

const Changes = ({ reader, agent, roles }: { reader: Reader; agent: AgentRow; roles: readonly AgentRole[] }) => {
  const { t } = reader;
  const href = `${agentsHref}/${agent.id}`;
  return (
    <>
      <section class="settings-part" aria-label={t('agents.role')}>
        <form class="form" method="get" action={`${href}/role`}>
          <Choices
            reader={reader}
            name="role"
            label={t('agents.role')}
            choices={agentRoleChoices(reader, roles)}
            value={agent.role}
          />
          <div class="actions">
            <Button>{t('agents.one.change')}</Button>
          </div>
        </form>
      </section>
      <Part id="sessions" title={t('agents.one.sessions')}>
        <p>
          {agent.sessions === 0 ? t('agents.one.noSessions') : t('agents.one.sessionsText', { count: agent.sessions })}
        </p>
        {agent.sessions > 0 && (
          <div class="actions">
            <ButtonLink href={`${href}/sessions`}>{t('agents.confirm.end.do')}</ButtonLink>
          </div>
        )}
      </Part>
      <Part id="leaving" title={t('agents.one.leaving')}>
        <p>{t(agent.isActive ? 'agents.one.leavingText' : 'agents.one.returnText')}</p>
        <div class="actions">
          <ButtonLink
            href={`${href}/${agent.isActive ? 'disabling' : 'enabling'}`}
            look={agent.isActive ? 'danger' : 'secondary'}
          >
            {t(agent.isActive ? 'agents.confirm.disable.do' : 'agents.confirm.enable.do')}
          </ButtonLink>
        </div>
      </Part>
    </>
  );
};
