import type { MemberRole } from '#identity/members/member.ts';
import type { Choice } from '#ui/choices.tsx';
import type { Reader } from '#ui/reader.ts';

/** The roles of an account, each with what it means. */
export function roleChoices({ t }: Reader, roles: readonly MemberRole[]): readonly Choice[] {
  return roles.map((role) => ({
    value: role,
    label: t(`accounts.role.${role}`),
    hint: t(`accounts.role.${role}Hint`),
  }));
}
