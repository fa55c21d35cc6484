import type { InvitedRole } from '#identity/invitations/invitation.ts';
import type { AgentRole } from '#lib/actor.ts';
import type { Choice } from '#ui/choices.tsx';
import type { Reader } from '#ui/reader.ts';

/** The name of an agent's role. */
export function roleWord({ t }: Reader, role: InvitedRole): string {
  return t(`agents.role.${role === 'owner' || role === 'admin' ? role : 'agent'}`);
}

/** Roles to choose from, each with what it means. */
export function agentRoleChoices(reader: Reader, roles: readonly AgentRole[]): readonly Choice[] {
  return roles.map((role) => ({
    value: role,
    label: roleWord(reader, role),
    hint: reader.t(`agents.role.${role}Hint`),
  }));
}
