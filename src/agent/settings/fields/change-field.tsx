import * as z from 'zod';
import { changeChoices, deleteField, moveField, restoreField, retireField } from '#forms/fields/change-field.ts';
import type { ChoiceEdit } from '#forms/fields/choices.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { fieldHref, fieldsHref, leaveFor, visitField, visitFields } from './place.ts';
import { showWithChoiceFault } from './show-field.tsx';

const nothing = z.strictObject({});
const placeForm = z.strictObject({ to: z.string().regex(/^\d{1,3}$/) });

/** POST …/place */
export async function placeField(c: AppContext): Promise<Response> {
  const read = await readForm(c, placeForm);
  const { actor, rows } = await visitFields(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const field = rows.fields.find(({ id }) => id === c.req.param('field'));
  if (!field) throw notFound();
  await moveField({ scope: c.get('scope'), by: actor, field, origin: originOf(c) }, rows.fields, Number(read.value.to));
  return leaveFor(c, `${fieldsHref}#${field.id}`, 'moved');
}

const choiceForm = z.strictObject({
  do: z.enum(['add', 'rename', 'up', 'down', 'retire', 'restore']),
  choice: z.string().max(40).default(''),
  label: z.string().default(''),
});

/** POST …/choices: one change of one choice. */
export async function changeChoice(c: AppContext): Promise<Response> {
  const read = await readForm(c, choiceForm);
  const visit = await visitField(c);
  if (!read.ok || visit.field.choices.length === 0) throw new Problem('invalid', 'unknown_choice');
  const result = await changeChoices(visit.change, editOf(read.value));
  if (result.outcome === 'fault') return showWithChoiceFault(c, visit, result.fault);
  return leaveFor(c, `${fieldHref(visit.field)}#choices`, result.outcome === 'stale' ? 'stale' : 'saved');
}

function editOf({ do: what, choice: id, label }: z.infer<typeof choiceForm>): ChoiceEdit {
  if (what === 'add') return { do: what, label };
  return what === 'rename' ? { do: what, id, label } : { do: what, id };
}

/** POST …/retirement */
export async function retire(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { field, change } = await visitField(c);
  await retireField(change);
  return leaveFor(c, fieldHref(field), 'retired');
}

/** POST …/restoration */
export async function restore(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { field, change } = await visitField(c);
  await restoreField(change);
  return leaveFor(c, fieldHref(field), 'restored');
}

/** GET …/deletion */
export async function askDelete(c: AppContext): Promise<Response> {
  const { seen, field } = await visitField(c);
  return sendPlace(c, seen, (place) => {
    const { t } = place.frame.reader;
    return (
      <SettingsPage {...place} section="fields" title={t('fieldSettings.delete.title', { field: field.label })}>
        <ConfirmForm
          says={[t('fieldSettings.delete.says')]}
          action={`${fieldHref(field)}/deletion`}
          label={t('fieldSettings.delete')}
          cancel={{ href: fieldHref(field), label: t('fieldSettings.delete.keep') }}
        />
      </SettingsPage>
    );
  });
}

/** POST …/deletion */
export async function doDelete(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { field, change } = await visitField(c);
  const { outcome } = await deleteField(change);
  return outcome === 'used' ? leaveFor(c, fieldHref(field), 'used') : leaveFor(c, fieldsHref, 'deleted');
}
