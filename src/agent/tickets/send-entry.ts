import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { newKey } from '#http/form-key.ts';
import { readForm } from '#http/read-form.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { addNote } from '#tickets/add-note.ts';
import { loadAgentWrite, postAgentReply } from '#tickets/post-agent-reply.ts';
import { type Draft, draftOf } from './draft.ts';
import { entryForm } from './entry-form.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { ticketNumberOf } from './ticket-number.ts';

/** A reply or a note. What cannot be sent comes back on the page, with a key and a state that a second press sends. */
export async function sendEntry(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const form = await readForm(c, entryForm);
  if (!form.ok) return askAgain(c, form.fields, form.errors);
  const { kind, body, status, key, seen } = form.value;
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => loadAgentWrite(scope, claim.agentId, number, seen));
  const [scope, effects] = [c.get('scope'), c.get('effects')];
  const { outcome } =
    kind === 'note'
      ? await addNote(scope, actor, rows, { key, body, seen }, effects)
      : await postAgentReply(scope, actor, rows, { key, body, then: status, seen }, effects);
  if (outcome !== 'done' && outcome !== 'repeated') return sendTicket(c, stoppedDraft(form.fields, outcome), 409);
  tellSent(c, key);
  return c.redirect(`${ticketHref(number, readView(c.req.query('view')))}#reply`, 303);
}

/** Other words under a key that was used: the next press means them, so they get a key of their own. */
function stoppedDraft(fields: Fields, stopped: NonNullable<Draft['stopped']>): Draft {
  return draftOf(fields, stopped === 'other_text' ? { stopped, key: newKey() } : { stopped });
}

/** Only the words may be wrong in a form of ours. */
function askAgain(c: AppContext, fields: Fields, errors: Readonly<Record<string, string>>): Promise<Response> {
  const { body: error, ...others } = errors;
  if (Object.keys(others).length > 0) throw new Problem('invalid', 'unknown_choice');
  return sendTicket(c, draftOf(fields, { error }), 422);
}
