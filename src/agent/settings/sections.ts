import type { AgentRole } from '#lib/actor.ts';
import { manages } from '#lib/rights.ts';

/** The parts of the agent app's settings by what they are about, in order. */
const groups = [
  { group: 'own', sections: ['you'] },
  { group: 'company', sections: ['agents', 'teams'] },
  { group: 'tickets', sections: ['requests', 'forms', 'fields', 'statuses', 'priorities'] },
  { group: 'security', sections: ['access', 'hand-off', 'audit'] },
] as const;

export type SectionGroup = (typeof groups)[number];
export type Section = SectionGroup['sections'][number];

/** Their own matters are everybody's; the tenant's are for owners and admins. */
export function groupsFor(role: AgentRole): readonly SectionGroup[] {
  return manages(role) ? groups : groups.slice(0, 1);
}

/** Where the groups are listed. */
export const settingsHref = '/settings';

export function sectionHref(section: Section): string {
  return `${settingsHref}/${section}`;
}
