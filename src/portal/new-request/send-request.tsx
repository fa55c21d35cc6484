import { areAllSent, draftFiles, type SentFiles } from '#attachments/draft-files.ts';
import type { ChosenFile } from '#attachments/upload.ts';
import type { AskedForm } from '#forms/asked-form.ts';
import { answerOf } from '#forms/branching.ts';
import type { WantedForm } from '#forms/wanted-form.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { dropAfter, idsIn, sentFiles, typedFiles } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import { isId } from '#lib/ids.ts';
import { justOpened } from '#tickets/just-said.ts';
import type { OpenInput } from '#tickets/open-input.ts';
import { loadOpen, openTicket } from '#tickets/open-ticket.ts';
import { answersAsAsked } from '#tickets/ticket-contents.ts';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { numberIn } from '../request-number.ts';
import { askingOf, type Filled, filledBy } from './asking.ts';
import { type FormState, formView } from './form-view.ts';
import { lostAnswers } from './lost-answers.ts';
import { carried, readRequestForm, refuseUnknown, sentFormOf } from './sent-form.ts';
import { placeOf, sendForm } from './show-form.tsx';
import { showGone } from './show-gone.tsx';

/** POST /requests/new and /requests/new/:form: sends the request, or shows what is still to be answered. */
export async function sendRequest(c: AppContext): Promise<Response> {
  const { fields, fileFaults } = await readRequestForm(c);
  const sent = sentFormOf(fields);
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadOpen(scope, claim, { wanted: wantedOf(c, fields), followUp: numberIn(fields['follow_up']), sent }),
    draft: takeDraft(scope, claim, c.req.path),
    uploaded: draftFiles(scope, { kind: 'contact', id: claim.contactId }, fields['upload_key']),
  }));
  const { wanted } = rows.offer;
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  if (!wanted) return showGone(c, actor, rows, fields);
  refuseUnknown(fields, wanted, rows.earlier);
  const { reader } = portalLook(c, actor).frame;
  const asking = askingOf(reader, wanted, rows);
  const filled = filledBy(asking, fields);
  const key = fields['key'] ?? '';
  const again = (state: Partial<FormState>, status: 200 | 409 | 422) => {
    dropAfter(c, { kind: 'contact', id: actor.id }, fields);
    const files = { ...typedFiles(fields), byQuestion: fileFaults, kept: rows.uploaded };
    const all = { key, notice: null, files, ...placeOf(c, actor), ...state };
    return sendForm(c, actor, formView(reader, asking, rows, filled, all), status);
  };
  const lost = lostAnswers(reader, asking, rows, fields);
  const stop = whyNotYet(fields, filled, {
    lost,
    isChanged: lost.length > 0 || (sent !== null && sent.version !== wanted.version),
    isBroken: Object.keys(fileFaults).length > 0,
  });
  if (stop) return again({ ...stop.state, lost }, stop.status);
  const uploaded = uploadedIn(fields, rows.uploaded, filled);
  if (!uploaded) return again({ notice: 'ask.lostFile' }, 422);
  const input = { ...inputOf(key, filled), files: idsIn(fields), uploaded };
  const opened = justOpened(c.get('scope'), { contactId: actor.id }, rows.newest, saidIn(asking.form, input));
  if (opened !== null && areAllSent(uploaded)) return arrived(c, key, opened);
  const result = await openTicket(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'gone') return showGone(c, actor, rows, fields);
  if (result.outcome === 'other_text') return again({ key: newKey(), notice: 'reply.alreadySent' }, 409);
  if (result.outcome === 'lost_file') return again({ notice: 'ask.lostFile' }, 422);
  await dropSentDraft(c.get('scope'), actor.id, c.req.path, rows.draft);
  return arrived(c, key, result.number);
}

/** All files that the form names, its questions' too; null where one of them is not there. */
function uploadedIn(fields: Fields, loaded: readonly ChosenFile[], { asked }: Filled): SentFiles | null {
  const ofQuestions = Object.values(asked.answers).flatMap((value) =>
    typeof value === 'object' ? value.filter((id) => isId('attachment', id)) : [],
  );
  return sentFiles({ upload_key: fields['upload_key'], files: [...idsIn(fields), ...ofQuestions] }, loaded);
}

/** The browser need not keep the words any longer. */
function arrived(c: AppContext, key: string, number: number): Response {
  tellSent(c, key);
  return c.redirect(`/requests/${number}?opened`, 303);
}

/** A page says which form it was; where it does not, it is the tenant's usual one. */
function wantedOf(c: AppContext, fields: Fields): WantedForm {
  const slug = c.req.param('form');
  const sent = sentFormOf(fields);
  if (slug !== undefined) return { by: 'slug', slug };
  return sent ? { by: 'id', id: sent.formId } : { by: 'first' };
}

interface Stop {
  readonly state: Partial<FormState>;
  readonly status: 200 | 422;
}

/**
 * Nothing is sent while somebody only looks at it, something is wrong, or the
 * answers bring up what the page did not show; nor, where the form asks another
 * thing than the page did, while that loses an answer. Null: it can go.
 */
function whyNotYet(
  fields: Fields,
  { faults, revealed }: Filled,
  {
    lost,
    isChanged,
    isBroken,
  }: { readonly lost: readonly unknown[]; readonly isChanged: boolean; readonly isBroken: boolean },
): Stop | null {
  if (fields['preview'] !== undefined) return { state: { isPreviewed: true }, status: 200 };
  if (fields['drop_file'] !== undefined) return { state: {}, status: 200 };
  if (fields['continue'] === carried) return { state: { notice: 'reply.draftKept' }, status: 200 };
  const isStep = fields['continue'] !== undefined;
  const isWrong = isBroken || Object.keys(faults).length > 0;
  const changed = isChanged && (isWrong || revealed.length > 0 || lost.length > 0);
  const notice = changed ? 'ask.changed' : revealed.length > 0 ? 'ask.revealed' : null;
  // What is still missing is not said before everything has been asked.
  if (isWrong && !(isStep && revealed.length > 0)) {
    return { state: { isRefused: true, isAnswered: true, notice }, status: 422 };
  }
  return changed || isStep || revealed.length > 0 ? { state: { isAnswered: true, notice }, status: 200 } : null;
}

function inputOf(key: string, { asked }: Filled): OpenInput {
  const text = (name: string) => String(answerOf(asked.answers, name) ?? '');
  const { subject: _, body: __, priority, ...answers } = asked.answers;
  return {
    key,
    subject: text('subject'),
    body: text('body'),
    priorityId: priority === undefined ? null : String(priority),
    answers,
    shown: asked.shown,
  };
}

function saidIn(form: AskedForm, input: OpenInput) {
  return { formId: form.id, subject: input.subject, body: input.body, answers: answersAsAsked(form, input) };
}
