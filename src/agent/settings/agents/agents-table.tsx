import type { AgentRow } from '#identity/agents/agent-row.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { agentsHref } from './said.ts';

interface AgentsTableProps {
  reader: Reader;
  agents: readonly AgentRow[];
  /** Addresses that have a second factor. */
  withFactor: ReadonlySet<string>;
  /** Id of who looks. */
  self: string;
}

export const AgentsTable = ({ reader, agents, withFactor, self }: AgentsTableProps) => {
  const { t } = reader;
  return (
    <DataTable
      caption={t('agent.settings.agents')}
      columns={[t('agents.person'), t('agents.role'), t('agents.seen'), t('agents.factor')]}
      rows={agents.map((agent) => [
        <>
          <a href={`${agentsHref}/${agent.id}`}>
            <bdi>{agent.name || agent.email}</bdi>
          </a>
          {agent.id === self && ` (${t('agents.you')})`}
          <small>
            <bdi>{agent.email}</bdi>
          </small>
        </>,
        <>
          {t(`agents.role.${agent.role}`)}
          {!agent.isActive && <small>{t('agents.disabled')}</small>}
        </>,
        agent.lastSeenAt === null ? t('agents.never') : <Time at={agent.lastSeenAt} reader={reader} />,
        t(withFactor.has(agent.email) ? 'agents.factor.yes' : 'agents.factor.no'),
      ])}
    />
  );
};
