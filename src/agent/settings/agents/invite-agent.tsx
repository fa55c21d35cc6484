import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { rolesToGive } from '#identity/agents/agent-rules.ts';
import { type InviteResult, invite } from '#identity/invitations/invite.ts';
import { type NameResult, nameOf } from '#identity/people/name-of.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import type { AgentRole } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { agentRoleChoices } from './role-word.ts';
import { agentsHref, leaveFor } from './said.ts';
import { visitAgents } from './visit.ts';

interface Typed {
  readonly email: string;
  readonly name: string;
  readonly role: AgentRole;
}

type Faults = { readonly email?: string; readonly name?: string };

/** GET /settings/agents/invitations/new */
export async function showInvite(c: AppContext): Promise<Response> {
  return page(c, await visitAgents(c), { email: '', name: '', role: 'agent' }, {});
}

const form = z.strictObject({
  email: z.string().default(''),
  name: z.string().default(''),
  role: z.string().default(''),
});

/** POST /settings/agents/invitations */
export async function inviteAgent(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const seen = await visitAgents(c);
  const role = rolesToGive(seen.actor.role).find((known) => known === fields['role']) ?? 'agent';
  const typed = { email: fields['email'] ?? '', name: fields['name'] ?? '', role };
  const { t } = (await agentLook(c, seen.actor)).frame.reader;
  const name = nameOf(typed.name);
  const errors = {
    ...(normalizeAddress(typed.email) === null && { email: t('field.email') }),
    ...(!name.ok && { name: nameFault(name, t) }),
  };
  if (!name.ok || errors.email) return page(c, seen, typed, errors);
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const result = await invite(c.get('scope'), seen.actor, { ...typed, name: name.value, accountId: null }, deps);
  if (result.ok) return leaveFor(c, agentsHref, 'invited');
  return page(c, seen, typed, { email: t(faults[result.fault]) });
}

/** Customers see it above the first answer: it cannot wait until the person comes. */
function nameFault(name: Extract<NameResult, { ok: false }>, t: Reader['t']): string {
  return name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
}

const faults = {
  address: 'field.email',
  already_member: 'agents.invite.there',
  already_invited: 'agents.invite.open',
  too_many: 'agents.invite.tooMany',
} as const satisfies Record<Extract<InviteResult, { ok: false }>['fault'], string>;

function page(
  c: AppContext,
  seen: Awaited<ReturnType<typeof visitAgents>>,
  typed: Typed,
  errors: Faults,
): Promise<Response> {
  const isAgain = errors.email !== undefined || errors.name !== undefined;
  return sendPlace(
    c,
    seen,
    (place) => (
      <SettingsPage {...place} section="agents" title={place.frame.reader.t('agents.invite.title')}>
        <InviteForm reader={place.frame.reader} roles={rolesToGive(place.actor.role)} typed={typed} errors={errors} />
      </SettingsPage>
    ),
    isAgain ? 422 : 200,
  );
}

interface InviteFormProps {
  reader: Reader;
  roles: readonly AgentRole[];
  typed: Typed;
  errors: Faults;
}

const InviteForm = ({ reader, roles, typed, errors }: InviteFormProps) => {
  const { t } = reader;
  const faults = faultsOf(['email', 'name'], errors);
  return (
    <form class="form" method="post" action={`${agentsHref}/invitations`}>
      <ErrorSummary reader={reader} errors={faults} />
      <TextField
        reader={reader}
        name="email"
        type="email"
        label={t('agents.invite.email')}
        value={typed.email}
        error={errors.email}
        autocomplete="off"
        required
      />
      <TextField
        reader={reader}
        name="name"
        label={t('agents.invite.name')}
        hint={t('agents.invite.nameHint')}
        value={typed.name}
        error={errors.name}
        autocomplete="off"
        required
      />
      <Choices
        reader={reader}
        name="role"
        label={t('agents.role')}
        choices={agentRoleChoices(reader, roles)}
        value={typed.role}
      />
      <div class="actions">
        <Button look="primary">{t('agents.invite.submit')}</Button>
        <ButtonLink href={agentsHref}>{t('common.cancel')}</ButtonLink>
      </div>
    </form>
  );
};
