import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import type { AgentRow } from '#identity/agents/agent-row.ts';
import { rolesToGive, whyNotChange } from '#identity/agents/agent-rules.ts';
import { disableAgent, enableAgent, endSessionsOfAgent, giveRole } from '#identity/agents/change-agent.ts';
import type { AgentRole } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import type { Reader } from '#ui/reader.ts';
import { reachOf } from '../../reach.ts';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { roleWord } from './role-word.ts';
import { agentsHref, leaveFor } from './said.ts';
import { visitOneAgent } from './visit.ts';

interface Question {
  readonly title: string;
  readonly says: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
}

type Words = (reader: Reader, agent: AgentRow, name: string) => Question;

/** GET …/role?role=admin */
export async function askRole(c: AppContext): Promise<Response> {
  const wanted = c.req.query('role') ?? '';
  return ask(c, 'role', (reader, agent, name) => {
    const role = roles.find((known) => known === wanted) ?? agent.role;
    return {
      title: reader.t('agents.confirm.role', { name, role: roleWord(reader, role) }),
      says: [reader.t(`agents.role.${role}Hint`), reader.t('agents.confirm.role.says')],
      fields: { role },
      label: reader.t('agents.confirm.role.do'),
      look: 'primary',
    };
  });
}

const roles = ['owner', 'admin', 'agent'] as const satisfies readonly AgentRole[];
const roleForm = z.strictObject({ role: z.enum(roles) });

/** POST …/role */
export async function changeRole(c: AppContext): Promise<Response> {
  const read = await readForm(c, roleForm);
  const { seen, agent, change } = await visitOneAgent(c);
  if (!read.ok || !rolesToGive(seen.actor.role).includes(read.value.role)) throw notFound();
  await giveRole(change, read.value.role);
  return leaveFor(c, hrefOf(agent), 'role');
}

export function askDisable(c: AppContext): Promise<Response> {
  return ask(c, 'disabling', ({ t }, { openTickets }, name) => ({
    title: t('agents.confirm.disable', { name }),
    says: [
      t('agents.confirm.disable.says'),
      ...(openTickets > 0 ? [t('agents.confirm.disable.tickets', { count: openTickets })] : []),
    ],
    label: t('agents.confirm.disable.do'),
  }));
}

export async function disable(c: AppContext): Promise<Response> {
  const { agent, change } = await visitToChange(c);
  await disableAgent(change, reachOf(c));
  return leaveFor(c, hrefOf(agent), 'disabled');
}

export function askEnable(c: AppContext): Promise<Response> {
  return ask(c, 'enabling', ({ t }, _agent, name) => ({
    title: t('agents.confirm.enable', { name }),
    says: [t('agents.confirm.enable.says')],
    label: t('agents.confirm.enable.do'),
    look: 'primary',
  }));
}

export async function enable(c: AppContext): Promise<Response> {
  const { agent, change } = await visitToChange(c);
  await enableAgent(change, reachOf(c));
  return leaveFor(c, hrefOf(agent), 'enabled');
}

export function askEndSessions(c: AppContext): Promise<Response> {
  return ask(c, 'sessions', ({ t }, _agent, name) => ({
    title: t('agents.confirm.end', { name }),
    says: [t('agents.confirm.end.says')],
    label: t('agents.confirm.end.do'),
  }));
}

export async function endSessions(c: AppContext): Promise<Response> {
  const { agent, change } = await visitToChange(c);
  await endSessionsOfAgent(change);
  return leaveFor(c, hrefOf(agent), 'ended');
}

async function visitToChange(c: AppContext) {
  await readForm(c, z.strictObject({}));
  return visitOneAgent(c);
}

async function ask(c: AppContext, what: string, words: Words): Promise<Response> {
  const { seen, agent } = await visitOneAgent(c);
  if (whyNotChange(seen.actor, agent) !== null) throw notFound();
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    const { title, ...question } = words(reader, agent, agent.name || agent.email);
    const cancel = { href: hrefOf(agent), label: reader.t('agents.keep') };
    return (
      <SettingsPage {...place} section="agents" title={title}>
        <ConfirmForm {...question} action={`${hrefOf(agent)}/${what}`} cancel={cancel} />
      </SettingsPage>
    );
  });
}

function hrefOf({ id }: AgentRow): string {
  return `${agentsHref}/${id}`;
}
