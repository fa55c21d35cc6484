import { audited } from '#audit/audited.ts';
import { dayAt } from '#lib/days.ts';
import { mustManage } from '#lib/rights.ts';
import { questionsOf } from '../form-places.ts';
import { type FormWork, formEvent, writeForm } from './change-form.ts';
import { checkForm, type FormSurroundings } from './check-form.ts';
import type { StoredForm } from './form.ts';
import { dropUses, insertUses, insertVersion, publishDraft } from './form-queries.ts';

/** `refused`: a fault, or a test case that fails; the form's page says which. `unchanged`: customers have it already. */
export type Published = 'done' | 'stale' | 'refused' | 'unchanged';

/** Makes the draft what customers get, as a new version that is never changed. */
export async function publishForm(work: FormWork, around: FormSurroundings): Promise<Published> {
  const { scope, form, seen, by } = work;
  mustManage(by);
  if (form.seq !== seen) return 'stale';
  const { faults, results, changes, next } = checkForm(form, around, dayAt(scope.now, scope.tenant.zone));
  if (faults.length > 0 || results.some(({ isPassed }) => !isPassed)) return 'refused';
  if (changes?.length === 0) return 'unchanged';
  const questions = questionsOf(form.definition).map(({ question }) => question);
  const usual = questions.filter(({ initial }) => initial === undefined).map(({ field }) => field);
  const stored: StoredForm = { ...next, usual };
  const keys = questions.map(({ field }) => field);
  const statements = [
    publishDraft(
      scope,
      form.id,
      seen,
      next.fields.map(({ id }) => id),
    ),
    insertVersion(scope, form.id, JSON.stringify(stored), by.id),
    dropUses(scope, form.id, 'draft'),
    dropUses(scope, form.id, 'published'),
    insertUses(scope, form.id, 'published', keys),
    audited(scope, formEvent(work, form.id, 'form.published', { version: (form.version ?? 0) + 1 })),
  ];
  return (await writeForm(work, statements)) ? 'done' : 'stale';
}
