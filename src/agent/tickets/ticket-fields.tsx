import type { Results } from '#db/statement.ts';
import { isEmpty } from '#forms/branching.ts';
import { newKey } from '#http/form-key.ts';
import { type ValueAgain, valueFormOf } from '#http/value-form.tsx';
import { valueViewOf } from '#http/value-view.ts';
import type { DeskThread, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import type { FileView } from '#ui/file-view.ts';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { type ValueForm, type ValueRow, Values } from '#ui/values.tsx';
import { ticketHref, type View } from './list-input.ts';

/** What could not be done because of the ticket's fields. */
export type FieldsTrouble =
  | ValueAgain
  /** It was to be solved, and fields that are needed for it are empty. */
  | 'needed';

export interface TicketFieldsView {
  /** Those with a value, needed ones, and those that its form asks. */
  readonly rows: readonly ValueRow[];
  /** All others. */
  readonly more: readonly ValueRow[];
  readonly trouble: string | null;
}

type Rows = Pick<Results<ReturnType<typeof loadDeskTicket>>, 'values' | 'colleagues'> & {
  /** For a form that came back. */
  readonly kept?: readonly FileView[];
};
type About = { reader: Reader; number: number; from: View; rows: Rows; trouble: FieldsTrouble | null };

export function ticketFieldsOf(
  reader: Reader,
  rows: Rows,
  { ticket }: Pick<DeskThread, 'ticket'>,
  from: View,
  trouble: FieldsTrouble | null = null,
): TicketFieldsView {
  const about = { reader, number: ticket.number, from, rows, trouble };
  const isNear = ({ field, value, isAsked }: FieldValue) =>
    value !== undefined || isAsked || field.neededToSolve || againOf(trouble, field.id) !== null;
  return {
    rows: rows.values.filter(isNear).map((held) => rowOf(about, held)),
    more: rows.values.filter((held) => !isNear(held)).map((held) => rowOf(about, held)),
    trouble: trouble === 'needed' ? neededWords(reader, rows.values) : null,
  };
}

/** What has to be filled in first; null where nothing is missing. */
export function neededWords(reader: Reader, values: readonly FieldValue[]): string | null {
  const missing = values.filter(isMissing).map(({ field }) => field.label);
  if (missing.length === 0) return null;
  const fields = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(missing);
  return reader.t('fields.needed.missing', { count: missing.length, fields });
}

function isMissing({ field, value }: FieldValue): boolean {
  return field.neededToSolve && !field.isRetired && isEmpty(value);
}

function rowOf(about: About, held: FieldValue): ValueRow {
  const { field } = held;
  return {
    id: field.id,
    label: field.label,
    value: valueViewOf(about.reader, held, '/files'),
    isNeeded: isMissing(held),
    form: field.isRetired ? null : formOf(about, held),
  };
}

function formOf({ reader, number, from, rows, trouble }: About, held: FieldValue): ValueForm {
  const { field } = held;
  const form = valueFormOf({
    reader,
    held,
    action: ticketHref(number, from, `/fields/${field.id}`),
    hidden: <input type="hidden" name="key" value={newKey()} autocomplete="off" />,
    people: rows.colleagues,
    again: againOf(trouble, field.id),
    uploaded: rows.kept ?? [],
  });
  return trouble === 'needed' && isMissing(held) ? { ...form, isOpen: true } : form;
}

function againOf(trouble: FieldsTrouble | null, fieldId: string): ValueAgain | null {
  return trouble !== null && trouble !== 'needed' && trouble.fieldId === fieldId ? trouble : null;
}

/** What stands in the ticket's fields, each with its form; updates replace it by its id. */
export const TicketFields = ({ reader, fields }: { reader: Reader; fields: TicketFieldsView }) => (
  <section id="ticket-fields" class="ticket-fields" aria-label={reader.t('fields.details')} hidden={isBare(fields)}>
    {fields.trouble && (
      <Notice tone="warning" focus>
        <p>{fields.trouble}</p>
      </Notice>
    )}
    <Values reader={reader} rows={fields.rows} isQuiet />
    {fields.more.length > 0 && (
      <details class="more-fields" id="more-fields">
        <summary>{reader.t('fields.more')}</summary>
        <Values reader={reader} rows={fields.more} isQuiet />
      </details>
    )}
  </section>
);

function isBare({ rows, more }: TicketFieldsView): boolean {
  return rows.length === 0 && more.length === 0;
}
