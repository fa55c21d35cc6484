import * as z from 'zod';
import { typedOf } from '#forms/typed-answer.ts';
import type { AppContext } from '#http/context.ts';
import { formKey } from '#http/form-key.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { changeValue, loadDeskChange } from '#tickets/change-value.ts';
import { newDraft } from './draft.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { ticketNumberOf } from './ticket-number.ts';

const form = z.object({ key: formKey }).catchall(z.string());
const repeats = (name: string) => name !== 'key';

/** POST /tickets/:number/fields/:field: its control is named by its key. */
export async function setValue(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const read = await readForm(c, form, { repeats });
  const { actor, rows } = await visitAsAgent(c, (scope) => loadDeskChange(scope, number));
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const field = rows.values.find((held) => held.field.id === c.req.param('field'))?.field;
  if (!rows.ticket || !field) throw notFound();
  if (Object.keys(read.fields).some((name) => repeats(name) && name !== field.key))
    throw new Problem('invalid', 'unknown_field');
  const typed = typedOf(field, read.fields);
  const input = { key: read.value.key, fieldId: field.id, typed };
  const result = await changeValue(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'fault')
    return sendTicket(c, newDraft(), 422, { kind: 'fault', fieldId: field.id, typed, fault: result.fault });
  if (isFromScript(c)) return c.body(null, 204);
  return c.redirect(`${ticketHref(number, readView(c.req.query('view')))}#ticket-fields`, 303);
}
