import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import { agentFiles } from '#http/form-files.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import type { ValueAgain } from '#http/value-form.tsx';
import { isControl, typedFor, valueForm, withFileFaults } from '#http/value-input.ts';
import { shownFor, wasName } from '#http/value-was.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { changeValue, loadDeskChange } from '#tickets/change-value.ts';
import { draftOf } from './draft.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { ticketNumberOf } from './ticket-number.ts';

/** POST /tickets/:number/fields/:field: its control is named by its key. */
export async function setValue(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const form = await readForm(c, valueForm, { repeats: isControl, files: agentFiles(c) });
  const { fields } = form;
  const draft = fields['upload_key'];
  const { actor, rows } = await visitAsAgent(c, (scope, { agentId }) => ({
    ...loadDeskChange(scope, number),
    uploaded: draftFiles(scope, { kind: 'agent', id: agentId }, draft),
  }));
  const field = rows.values.find((held) => held.field.id === c.req.param('field'))?.field;
  if (!rows.ticket || !field) throw notFound();
  const typed = typedFor(field, fields);
  const again = (trouble: ValueAgain, status: 409 | 422 = 422) =>
    sendTicket(c, draftOf({ upload_key: draft ?? '' }), status, { kind: 'value', again: trouble });
  const broken = withFileFaults(field, form, typed);
  if (broken) return again(broken);
  const key = fields['key'];
  if (!form.ok || key === undefined) throw new Problem('invalid', 'bad_form');
  const shown = shownFor(field, fields);
  const input = { key, fieldId: field.id, typed, shown, draft: draft ?? '', uploaded: rows.uploaded };
  const result = await changeValue(c.get('scope'), actor, rows, input, c.get('effects'));
  const unsaved = { fieldId: field.id, typed, uploadKey: draft };
  if (result.outcome === 'fault') return again({ ...unsaved, fault: result.fault, was: fields[wasName(field)] });
  if (result.outcome === 'stale') return again({ ...unsaved, fault: 'stale' }, 409);
  if (isFromScript(c)) return c.body(null, 204);
  return c.redirect(`${ticketHref(number, readView(c.req.query('view')))}#ticket-fields`, 303);
}
