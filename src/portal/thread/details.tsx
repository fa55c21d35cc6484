import { newKey } from '#http/form-key.ts';
import { type ValueAgain, valueFormOf } from '#http/value-form.tsx';
import { valueViewOf } from '#http/value-view.ts';
import { type FieldValue, isOpenToContacts } from '#tickets/field-value.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import { takesReply } from '#tickets/status-rules.ts';
import type { FileView } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import { type ValueForm, type ValueRow, Values } from '#ui/values.tsx';
import { HiddenKeys } from '../forms/hidden-keys.tsx';

export interface DetailsView {
  readonly rows: readonly ValueRow[];
}

interface Looking {
  readonly reader: Reader;
  /** Workspace that the page is made for; null: the reader can only look. */
  readonly workspace: string | null;
  readonly filesPath: string;
  readonly again?: ValueAgain | undefined;
  /** For the form that came back. */
  readonly uploaded?: readonly FileView[];
}

type Shown = Pick<PortalThread, 'number' | 'category' | 'values' | 'colleagues'>;

/** The fields of a request that its reader may see, those open to them with a form each. */
export function detailsOf(looking: Looking, thread: Shown): DetailsView {
  const mayChange = looking.workspace !== null && takesReply(thread.category);
  return {
    rows: thread.values
      .map((held) => ({
        id: held.field.id,
        label: held.field.label,
        value: valueViewOf(looking.reader, held, looking.filesPath),
        form: mayChange && isOpenToContacts(held.field) ? formOf(looking, thread, held) : null,
      }))
      .filter(({ value, form }) => value.kind !== 'none' || form !== null),
  };
}

function formOf(looking: Looking, thread: Shown, held: FieldValue): ValueForm {
  const { reader, workspace, again, uploaded = [] } = looking;
  return valueFormOf({
    reader,
    held,
    action: `/requests/${thread.number}/fields/${held.field.id}`,
    hidden: <HiddenKeys keys={{ key: newKey(), workspace: workspace ?? '' }} />,
    people: thread.colleagues,
    again: again?.fieldId === held.field.id ? again : null,
    uploaded,
  });
}

/** What stands in the request's fields. Live updates replace it. */
export const Details = ({ reader, details }: { reader: Reader; details: DetailsView }) => (
  <section
    id="request-details"
    class="request-details"
    aria-label={reader.t('fields.details')}
    hidden={details.rows.length === 0}
  >
    <Values reader={reader} rows={details.rows} />
  </section>
);
