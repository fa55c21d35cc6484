import { faultWords } from '#forms/fault-words.ts';
import type { AnswerFault } from '#forms/read-answer.ts';
import { newKey } from '#http/form-key.ts';
import { valueViewOf } from '#http/value-view.ts';
import { type FieldValue, isOpenToContacts } from '#tickets/field-value.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import { FieldControl, typedOfValue } from '#ui/field-control.tsx';
import type { Reader } from '#ui/reader.ts';
import { type ValueForm, type ValueRow, Values } from '#ui/values.tsx';
import { HiddenKeys } from '../forms/hidden-keys.tsx';

/** A field's form that could not be sent as it was. */
export interface ValueAgain {
  readonly fieldId: string;
  readonly typed: readonly string[];
  readonly fault: AnswerFault;
}

export interface DetailsView {
  readonly rows: readonly ValueRow[];
}

interface Looking {
  readonly reader: Reader;
  /** Workspace that the page is made for; null: the reader can only look. */
  readonly workspace: string | null;
  readonly filesPath: string;
  readonly again?: ValueAgain | null | undefined;
}

type Shown = Pick<PortalThread, 'number' | 'category' | 'values' | 'colleagues'>;

/** The fields of a request that its reader may see, those open to them with a form each. */
export function detailsOf(looking: Looking, thread: Shown): DetailsView {
  const mayChange = looking.workspace !== null && thread.category !== 'closed';
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

function formOf({ reader, workspace, again }: Looking, thread: Shown, { field, value }: FieldValue): ValueForm | null {
  if (field.type === 'file') return null;
  const isAgain = again?.fieldId === field.id;
  return {
    action: `/requests/${thread.number}/fields/${field.id}`,
    hidden: <HiddenKeys keys={{ key: newKey(), workspace: workspace ?? '' }} />,
    control: (
      <FieldControl
        reader={reader}
        field={field}
        typed={isAgain ? again.typed : typedOfValue(value)}
        error={isAgain ? faultWords(reader, field, again.fault) : undefined}
        people={thread.colleagues}
      />
    ),
    isOpen: isAgain,
  };
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
