import type { PublishedForm } from '#forms/definition.ts';
import type { Category } from '#tickets/status-rules.ts';

interface DefaultStatus {
  readonly category: Category;
  /** What agents read. */
  readonly label: string;
  /** What customers read: the same state from where they stand. */
  readonly publicLabel: string;
}

/** What a new tenant starts with; all of it is data that the tenant may change. */
export const defaultDesk = {
  statuses: [
    { category: 'new', label: 'New', publicLabel: 'New' },
    { category: 'open', label: 'Open', publicLabel: 'Open' },
    { category: 'waiting', label: 'Waiting on customer', publicLabel: 'Waiting for you' },
    { category: 'solved', label: 'Solved', publicLabel: 'Solved' },
    { category: 'closed', label: 'Closed', publicLabel: 'Closed' },
  ] satisfies readonly DefaultStatus[],
  priorities: [
    { label: 'Low', isDefault: false },
    { label: 'Normal', isDefault: true },
    { label: 'High', isDefault: false },
    { label: 'Urgent', isDefault: false },
  ],
  form: { slug: 'request', name: 'Request', definition: firstForm() },
  hours: { name: 'Office hours', week: officeWeek() },
  solvedClosesAfterDays: 7,
} as const;

/** Monday to Friday, nine to five, in the tenant's own zone. */
function officeWeek(): readonly (readonly (readonly [string, string])[])[] {
  const day = [['09:00', '17:00']] as const;
  return [day, day, day, day, day, [], []];
}

/** What every request needs, and nothing else. */
function firstForm(): PublishedForm {
  const questions = ['subject', 'body', 'priority'].map((field) => ({ field, required: true }));
  return {
    name: 'Request',
    intro: '',
    success: '',
    sections: [{ id: 'request', title: '', text: '', questions }],
    outcome: { tags: [] },
    fields: [],
  };
}
