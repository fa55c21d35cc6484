import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { formKey } from '#http/form-key.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { tagName, tagsIn } from '#lib/tag-name.ts';
import { changeTicket, loadChange } from '#tickets/change-ticket.ts';
import { readView, ticketHref } from './list-input.ts';
import { ticketNumberOf } from './ticket-number.ts';

const form = z.strictObject({
  key: formKey,
  add: z.string().max(1000).default(''),
  remove: z.string().max(100).default(''),
});

/** POST …/tags: `add` takes several with commas between them, `remove` one. */
export async function setTags(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const read = await readForm(c, form);
  const { actor, rows } = await visitAsAgent(c, (scope) => loadChange(scope, number));
  if (!read.ok) throw new Problem('invalid', 'bad_tags');
  const { names: add, tooLong } = tagsIn(read.value.add);
  if (tooLong.length > 0) throw new Problem('invalid', 'bad_tags');
  const remove = [tagName(read.value.remove)].filter((name) => name !== '');
  const set = { field: 'tags', add, remove } as const;
  await changeTicket(c.get('scope'), actor, rows, { key: read.value.key, set: [set] }, c.get('effects'));
  if (isFromScript(c)) return c.body(null, 204);
  return c.redirect(ticketHref(number, readView(c.req.query('view'))), 303);
}
