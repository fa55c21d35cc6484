import { audited } from '#audit/audited.ts';
import { mustManage } from '#lib/rights.ts';
import type { FormDefinition } from '../definition.ts';
import { formLimits } from '../definition-shape.ts';
import { questionsOf } from '../form-places.ts';
import { type FormWork, formEvent, writeForm } from './change-form.ts';
import { editDefinition } from './edit-definition.ts';
import type { EditFault, FormEdit } from './form-edit.ts';
import { dropUses, insertUses, updateDraft } from './form-queries.ts';

export type DraftChanged =
  | { readonly outcome: 'done'; readonly definition: FormDefinition }
  /** The form has moved on since the page was made: nothing was changed. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly fault: EditFault };

/** One step of an admin's work on a form. Customers get it when the draft is published. */
export async function changeDraft(work: FormWork, edit: FormEdit): Promise<DraftChanged> {
  const { scope, form, seen } = work;
  mustManage(work.by);
  if (form.seq !== seen) return { outcome: 'stale' };
  const edited = editDefinition(form.definition, edit);
  if (!edited.ok) return { outcome: 'refused', fault: edited.fault };
  const definition = edited.form;
  const draft = JSON.stringify(definition);
  if (draft.length > formLimits.stored && draft.length > JSON.stringify(form.definition).length)
    return { outcome: 'refused', fault: 'too_large' };
  const keys = questionsOf(definition).map(({ question }) => question.field);
  const statements = [
    updateDraft(scope, form.id, seen, draft),
    dropUses(scope, form.id, 'draft'),
    insertUses(scope, form.id, 'draft', keys),
    audited(scope, formEvent(work, form.id, 'form.changed', { what: edit.kind })),
  ];
  return (await writeForm(work, statements)) ? { outcome: 'done', definition } : { outcome: 'stale' };
}

/** The draft goes: admins work on what is published again. False where it has moved on, or nothing is published. */
export async function discardDraft(work: FormWork): Promise<boolean> {
  const { scope, form, seen } = work;
  mustManage(work.by);
  if (form.version === null) return false;
  return writeForm(work, [
    updateDraft(scope, form.id, seen, null),
    dropUses(scope, form.id, 'draft'),
    audited(scope, formEvent(work, form.id, 'form.changed', { what: 'draft_discarded' })),
  ]);
}
