/** What an agent sets by a choice, in the order of the page. */
export const choiceFields = ['status', 'priority', 'assignee', 'team'] as const;

export type ChoiceField = (typeof choiceFields)[number];

/** Carries what the page showed, so that nobody's change is overwritten unseen. */
export function wasName(field: ChoiceField): `was_${ChoiceField}` {
  return `was_${field}`;
}
