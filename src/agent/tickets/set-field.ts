import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { formKey } from '#http/form-key.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { changeTicket, loadChange, type Setting } from '#tickets/change-ticket.ts';
import { newDraft } from './draft.ts';
import { nobody } from './entry-form.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { ticketNumberOf } from './ticket-number.ts';

/** POST of one of the small forms beside a thread; its control is named by the field. */
export function setField(field: Exclude<Setting['field'], 'tags'>) {
  const schema = z.strictObject({ key: formKey, [field]: z.string().max(40) });
  return async (c: AppContext): Promise<Response> => {
    const number = ticketNumberOf(c);
    const form = await readForm(c, schema);
    const { actor, rows } = await visitAsAgent(c, (scope) => loadChange(scope, number));
    if (!form.ok) throw new Problem('invalid', 'unknown_choice');
    const set = settingOf(field, form.fields[field] ?? '');
    const input = { key: form.fields['key'] ?? '', set };
    const { outcome } = await changeTicket(c.get('scope'), actor, rows, input, c.get('effects'));
    if (outcome === 'needed') return sendTicket(c, newDraft(), 422, 'needed');
    if (isFromScript(c)) return c.body(null, 204);
    return c.redirect(ticketHref(number, readView(c.req.query('view'))), 303);
  };
}

function settingOf(field: Exclude<Setting['field'], 'tags'>, value: string): Setting {
  if (field === 'assignee' || field === 'team') return { field, to: value === nobody ? null : value };
  return { field, to: value };
}
