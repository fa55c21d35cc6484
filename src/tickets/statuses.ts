import type { Category, Status } from './status-rules.ts';

/** The tenant's first status of a category: every tenant has one of each. */
export function statusOf(statuses: readonly Status[], category: Category): Status {
  const found = statuses.find((status) => status.category === category);
  if (!found) throw new Error(`The tenant has no status of the category ${category}`);
  return found;
}

/** The status that a ticket's row names, which may have been retired since. */
export function currentStatus(ticket: {
  readonly statusId: string;
  readonly category: Category;
  readonly statusLabel: string;
  readonly statusPublicLabel: string;
}): Status {
  const { statusId, category, statusLabel, statusPublicLabel } = ticket;
  return { id: statusId, category, label: statusLabel, publicLabel: statusPublicLabel };
}
