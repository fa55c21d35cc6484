import type { Member } from '#identity/members/member.ts';

/** What somebody is called on pages: their name, or their address until they have said one. */
export function calledOf({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name === '' ? email : name;
}

/** The roles that an account's own admins give. */
export type GivenRole = 'admin' | 'member';

export function givenRole(role: Member['role']): GivenRole {
  return role === 'admin' ? 'admin' : 'member';
}

/** Addresses that one form may hold. */
export const mostInvited = 50;
