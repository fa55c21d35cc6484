import type { Results } from '#db/statement.ts';
import type { Fields } from '#http/fields.ts';
import type { Contact } from '#lib/actor.ts';
import { renderMarkdown } from '#lib/markdown.ts';
import type { loadNewRequest } from '#tickets/new-request-page.ts';
import type { RequestFormView } from './request-form-page.tsx';

type Rows = Pick<Results<ReturnType<typeof loadNewRequest>>, 'priorities' | 'followed'>;

/** What the form shows: what was typed where something was, else what the tenant and the followed request suggest. */
export function formView(
  actor: Contact,
  { priorities, followed }: Rows,
  typed: Fields | null,
  { key, ...rest }: Pick<RequestFormView, 'action' | 'notice' | 'faults'> & { readonly key: string },
): RequestFormView {
  const usual = priorities.find(({ isDefault }) => isDefault === 1);
  const body = typed?.['body'] ?? '';
  return {
    ...rest,
    keys: { key, workspace: actor.accountId },
    subject: typed?.['subject'] ?? followed?.subject ?? '',
    body,
    priority: typed?.['priority'] ?? usual?.id ?? '',
    priorities: priorities.map(({ id, label }) => ({ value: id, label })),
    followUp: followed?.number ?? null,
    preview: typed?.['preview'] === undefined ? undefined : renderMarkdown(body),
  };
}
