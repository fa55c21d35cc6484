import type { Field } from '#forms/fields/field.ts';
import type { FieldUse } from '#forms/fields/find-field.ts';
import type { Reader } from '#ui/reader.ts';

/** What published forms will do once the field is retired or shut; null where none asks for it. */
export function askedByWords(
  { t }: Reader,
  field: Pick<Field, 'access' | 'isRetired'>,
  { forms }: Pick<FieldUse, 'forms'>,
): string | null {
  const asking = forms.filter(({ isPublished }) => isPublished);
  if (field.isRetired || field.access === 'none' || asking.length === 0) return null;
  return t('fieldSettings.askedBy', { count: asking.length, forms: asking.map(({ name }) => name).join(', ') });
}
