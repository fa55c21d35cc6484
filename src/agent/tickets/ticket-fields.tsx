import type { Results } from '#db/statement.ts';
import { newKey } from '#http/form-key.ts';
import { type ValueAgain, valueFormOf } from '#http/value-form.tsx';
import { valueViewOf } from '#http/value-view.ts';
import type { DeskThread, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import type { FileView } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import { type ValueForm, type ValueRow, Values } from '#ui/values.tsx';
import { ticketHref, type View } from './list-input.ts';
import { type NeededField, NeededNotice } from './needed-notice.tsx';
import type { TicketTrouble } from './ticket-trouble.ts';

export interface TicketFieldsView {
  /** Those with a value, needed ones, and those that its form asks. */
  readonly rows: readonly ValueRow[];
  /** All others. */
  readonly more: readonly ValueRow[];
  /** What holds solving back, where it was tried. */
  readonly missing: readonly NeededField[];
}

type Rows = Pick<Results<ReturnType<typeof loadDeskTicket>>, 'values' | 'colleagues'> & {
  /** For a form that came back. */
  readonly kept?: readonly FileView[];
};
type About = { reader: Reader; number: number; from: View; rows: Rows; trouble: TicketTrouble | null };

export function ticketFieldsOf(
  reader: Reader,
  rows: Rows,
  { ticket }: Pick<DeskThread, 'ticket'>,
  from: View,
  trouble: TicketTrouble | null = null,
): TicketFieldsView {
  const about = { reader, number: ticket.number, from, rows, trouble };
  const isNear = (held: FieldValue) => {
    const { field, value, isAsked } = held;
    return value !== undefined || isAsked || field.neededToSolve || againOf(trouble, held) !== null;
  };
  return {
    rows: rows.values.filter(isNear).map((held) => rowOf(about, held)),
    more: rows.values.filter((held) => !isNear(held)).map((held) => rowOf(about, held)),
    missing:
      trouble?.kind === 'needed' ? rows.values.filter(({ isMissing }) => isMissing).map(({ field }) => field) : [],
  };
}

function rowOf(about: About, held: FieldValue): ValueRow {
  const { field } = held;
  return {
    id: field.id,
    label: field.label,
    value: valueViewOf(about.reader, held, '/files'),
    isNeeded: held.isMissing,
    form: field.isRetired ? null : formOf(about, held),
  };
}

function formOf({ reader, number, from, rows, trouble }: About, held: FieldValue): ValueForm {
  const { field } = held;
  return valueFormOf({
    reader,
    held,
    action: ticketHref(number, from, `/fields/${field.id}`),
    hidden: <input type="hidden" name="key" value={newKey()} autocomplete="off" />,
    people: rows.colleagues,
    again: againOf(trouble, held),
    uploaded: rows.kept ?? [],
  });
}

function againOf(trouble: TicketTrouble | null, held: FieldValue): ValueAgain | null {
  const fieldId = held.field.id;
  if (trouble?.kind === 'needed' && held.isMissing) return { fieldId, typed: [], fault: 'required' };
  return trouble?.kind === 'value' && trouble.again.fieldId === fieldId ? trouble.again : null;
}

interface TicketFieldsProps {
  reader: Reader;
  fields: TicketFieldsView;
  /** What holds solving back is said elsewhere. */
  isSaid?: boolean;
}

/** What stands in the ticket's fields, each with its form; updates replace it by its id. */
export const TicketFields = ({ reader, fields, isSaid = false }: TicketFieldsProps) => (
  <section id="ticket-fields" class="ticket-fields" aria-label={reader.t('fields.details')} hidden={isBare(fields)}>
    {fields.missing.length > 0 && !isSaid && <NeededNotice reader={reader} fields={fields.missing} />}
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
