import type { AgentRole } from '#lib/actor.ts';
import { manages } from '#lib/rights.ts';

/** The parts of the agent app's settings, in order. */
export const sections = [
  'you',
  'agents',
  'access',
  'hand-off',
  'requests',
  'forms',
  'fields',
  'statuses',
  'priorities',
  'teams',
  'audit',
] as const;

export type Section = (typeof sections)[number];

/** Their own matters are everybody's; the tenant's are for owners and admins. */
export function sectionsFor(role: AgentRole): readonly Section[] {
  return manages(role) ? sections : ['you'];
}

export function sectionHref(section: Section): string {
  return `/settings/${section}`;
}
