import type { TenantScope } from '#db/scopes.ts';
import { mapped } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';
import { listForms, listPriorities } from './choice-queries.ts';
import { followed } from './open-ticket-queries.ts';

/**
 * The statements of the page of a new request: its form by its name in the
 * address (null: the default one), the priorities, the request it follows.
 */
export function loadNewRequest(scope: TenantScope, viewer: Viewer, slug: string | null, followUp: number | null) {
  const form = mapped(listForms(scope), (forms) => {
    const found = slug === null ? forms.find(({ isDefault }) => isDefault === 1) : forms.find((f) => f.slug === slug);
    return found ?? null;
  });
  // No ticket has the number 0: the statement then finds nothing.
  return { form, priorities: listPriorities(scope), followed: followed(scope, viewer, followUp ?? 0) };
}
