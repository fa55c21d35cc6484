import { changeDraft } from '#forms/builder/change-draft.ts';
import type { EditFault, FormEdit } from '#forms/builder/form-edit.ts';
import type { AppContext } from '#http/context.ts';
import { type FormVisit, formHref, leaveFor, type Said, workOf } from './place.ts';

/**
 * One press that changes the draft. With nothing typed there is nothing to
 * lose: onto a form that has moved on it leads back to it, and says so.
 */
export async function pressEdit(
  c: AppContext,
  visit: FormVisit,
  seq: string | undefined,
  edit: FormEdit,
  back: { readonly href: string; readonly said: Said },
): Promise<Response> {
  const result = await changeDraft(workOf(c, visit, seq), edit);
  if (result.outcome === 'done') return leaveFor(c, back.href, back.said);
  return leaveFor(c, formHref(visit.form), result.outcome === 'stale' ? 'stale' : saidOfFault[result.fault]);
}

export const saidOfFault = {
  gone: 'gone',
  too_many: 'too-many',
  too_large: 'too-large',
  asked_already: 'taken',
  always_asked: 'always',
} as const satisfies Record<EditFault, Said>;
