import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { agentFiles, dropAfter, faultsIn, isFileList, lostFile, sentFiles, typedFiles } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { addNote } from '#tickets/add-note.ts';
import { loadAgentWrite, postAgentReply } from '#tickets/post-agent-reply.ts';
import { type Draft, draftOf } from './draft.ts';
import { type EntryInput, entryForm } from './entry-form.ts';
import { readView, ticketHref } from './list-input.ts';
import { sendTicket } from './send-ticket.tsx';
import { ticketNumberOf } from './ticket-number.ts';

/** A reply or a note. What cannot be sent comes back on the page, with a key and a state that a second press sends. */
export async function sendEntry(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const form = await readForm(c, entryForm, { repeats: isFileList, files: agentFiles(c) });
  if (form.fields['drop_file'] !== undefined) return dropOne(c, form.fields);
  if (!form.ok) return askAgain(c, form);
  const { kind, body, status, key, seen, upload_key } = form.value;
  const { actor, rows } = await visitAsAgent(c, (scope, { agentId }) => ({
    ...loadAgentWrite(scope, agentId, number, seen),
    files: draftFiles(scope, { kind: 'agent', id: agentId }, upload_key),
  }));
  const files = sentFiles(form.value, rows.files);
  if (!files) return stopped(c, form.fields, 'lost_file');
  const [scope, effects] = [c.get('scope'), c.get('effects')];
  const { outcome } =
    kind === 'note'
      ? await addNote(scope, actor, rows, { key, body, seen, files }, effects)
      : await postAgentReply(scope, actor, rows, { key, body, then: status, seen, files }, effects);
  if (outcome !== 'done' && outcome !== 'repeated') return stopped(c, form.fields, outcome);
  tellSent(c, key);
  return c.redirect(`${ticketHref(number, readView(c.req.query('view')))}#reply`, 303);
}

/** Other words under a key that was used: the next press means them, so they get a key of their own. */
function stopped(c: AppContext, fields: Fields, why: NonNullable<Draft['stopped']> | 'lost_file'): Promise<Response> {
  if (why === 'lost_file') return sendTicket(c, draftOf(fields, { files: typedFiles(fields, [lostFile]) }), 422);
  const key = why === 'other_text' ? { key: newKey() } : {};
  const trouble = why === 'needed' ? ({ kind: why } as const) : null;
  return sendTicket(c, draftOf(fields, { stopped: why, ...key }), 409, trouble);
}

/** Without script: a file goes, the page comes again with all the rest. */
function dropOne(c: AppContext, fields: Fields): Promise<Response> {
  const claim = c.get('claim');
  if (claim?.kind === 'agent') dropAfter(c, { kind: 'agent', id: claim.agentId }, fields);
  return sendTicket(c, draftOf(fields));
}

/** Only the words and the files may be wrong in a form of ours. */
function askAgain(c: AppContext, form: Extract<FormResult<EntryInput>, { ok: false }>): Promise<Response> {
  const { body: error, files: _, ...others } = form.errors;
  if (Object.keys(others).length > 0) throw new Problem('invalid', 'unknown_choice');
  return sendTicket(c, draftOf(form.fields, { error, files: typedFiles(form.fields, faultsIn(form)) }), 422);
}
