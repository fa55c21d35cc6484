import type { Results } from '#db/statement.ts';
import type { Fields } from '#http/fields.ts';
import type { Contact } from '#lib/actor.ts';
import type { loadNewRequest } from '#tickets/new-request-page.ts';
import type { Reader } from '#ui/reader.ts';
import { previewOf } from '../forms/preview-of.ts';
import type { RequestFormView } from './request-form-page.tsx';

export type FormRows = Pick<Results<ReturnType<typeof loadNewRequest>>, 'priorities' | 'followed'>;

/** Why the form is shown as it is, and the key that it is sent under. */
export type FormState = Pick<RequestFormView, 'notice' | 'faults'> & { readonly key: string };

/** What the form shows: what was typed where something was, else what the tenant and the followed request suggest. */
export function formView(
  reader: Reader,
  actor: Contact,
  { priorities, followed }: FormRows,
  typed: Fields | null,
  { key, ...rest }: FormState & Pick<RequestFormView, 'action'>,
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
    preview: typed?.['preview'] === undefined ? undefined : previewOf(reader, body),
  };
}
