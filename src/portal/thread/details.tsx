import { newKey } from '#http/form-key.ts';
import { type ValueAgain, valueFormOf } from '#http/value-form.tsx';
import { typedWords, valueViewOf } from '#http/value-view.ts';
import { type FieldValue, isOpenToContacts } from '#tickets/field-value.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import { takesReply } from '#tickets/status-rules.ts';
import type { FileView } from '#ui/file-view.ts';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { type ValueForm, type ValueRow, Values } from '#ui/values.tsx';
import { HiddenKeys } from '../forms/hidden-keys.tsx';

export interface DetailsView {
  readonly rows: readonly ValueRow[];
  /** What was typed and could not be saved, for the request was closed meanwhile. */
  readonly unsaved: { readonly label: string; readonly words: string } | null;
}

/** A field's value as it came in its form. */
export interface TypedValue {
  readonly fieldId: string;
  readonly typed: readonly string[];
}

interface Looking {
  readonly reader: Reader;
  /** Workspace that the page is made for; null: the reader can only look. */
  readonly workspace: string | null;
  readonly filesPath: string;
  readonly again?: ValueAgain | undefined;
  /** For the form that came back. */
  readonly uploaded?: readonly FileView[];
  readonly unsaved?: TypedValue | undefined;
  /** The field that was saved just now. */
  readonly saved?: string | undefined;
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
        isSaved: held.field.id === looking.saved,
        form: mayChange && isOpenToContacts(held.field) ? formOf(looking, thread, held) : null,
      }))
      .filter(({ value, form }) => value.kind !== 'none' || form !== null),
    unsaved: unsavedOf(looking, thread),
  };
}

function unsavedOf({ reader, unsaved, uploaded = [] }: Looking, { values, colleagues }: Shown): DetailsView['unsaved'] {
  const held = values.find(({ field }) => field.id === unsaved?.fieldId);
  if (!held || !unsaved) return null;
  const named = [...colleagues, ...uploaded].map(({ id, name }) => [id, name]);
  const words = typedWords(reader, held.field, unsaved.typed, { ...held.names, ...Object.fromEntries(named) });
  return words === '' ? null : { label: held.field.label, words };
}

function formOf(looking: Looking, thread: Shown, held: FieldValue): ValueForm {
  const { reader, workspace, again, uploaded = [] } = looking;
  return valueFormOf({
    reader,
    held,
    action: `/requests/${thread.number}/fields/${held.field.id}`,
    page: `/requests/${thread.number}`,
    hidden: <HiddenKeys keys={{ key: newKey(), workspace: workspace ?? '' }} />,
    people: thread.colleagues,
    again: again?.fieldId === held.field.id ? again : null,
    uploaded,
  });
}

/** What stands in the request's fields. Live updates replace it, and leave what could not be saved. */
export const Details = ({ reader, details: { rows, unsaved } }: { reader: Reader; details: DetailsView }) => (
  <>
    {unsaved && (
      <Notice tone="warning" focus>
        <p>{reader.t('fields.closed')}</p>
        <dl class="lost-answers">
          <dt dir="auto">{unsaved.label}</dt>
          <dd dir="auto">{unsaved.words}</dd>
        </dl>
      </Notice>
    )}
    <section
      id="request-details"
      class="request-details"
      aria-label={reader.t('fields.details')}
      hidden={rows.length === 0}
    >
      <Values reader={reader} rows={rows} />
    </section>
  </>
);
