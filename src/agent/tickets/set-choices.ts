import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { formKey } from '#http/form-key.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { type Choice, changeTicket, loadChange } from '#tickets/change-ticket.ts';
import { newDraft } from './draft.ts';
import { nobody } from './entry-form.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { choiceFields, wasName } from './ticket-choices.ts';
import { ticketNumberOf } from './ticket-number.ts';

const id = z.string().max(40).optional();
const form = z.strictObject({
  key: formKey,
  ...Object.fromEntries(choiceFields.flatMap((field) => [field, wasName(field)].map((name) => [name, id]))),
});

/** POST /tickets/:number/settings: any of status, priority, assignee and team, each with what the page showed. */
export async function setChoices(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const read = await readForm(c, form);
  const { actor, rows } = await visitAsAgent(c, (scope) => loadChange(scope, number));
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const input = { key: read.fields['key'] ?? '', set: choicesIn(read.fields) };
  const result = await changeTicket(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'needed') return sendTicket(c, newDraft(), 422, { kind: 'needed' });
  if (result.outcome === 'stale') return sendTicket(c, newDraft(), 409, { kind: 'stale', choices: result.choices });
  if (isFromScript(c)) return c.body(null, 204);
  return c.redirect(ticketHref(number, readView(c.req.query('view'))), 303);
}

function choicesIn(fields: Fields): readonly Choice[] {
  return choiceFields.flatMap((field): readonly Choice[] => {
    const [value, was] = [fields[field], fields[wasName(field)]];
    if (value === undefined) return [];
    if (field === 'status' || field === 'priority') return [{ field, to: value, was }];
    return [{ field, to: noneOf(value), was: was === undefined ? undefined : noneOf(was) }];
  });
}

function noneOf(value: string): string | null {
  return value === nobody ? null : value;
}
