import type { Field } from '#forms/fields/field.ts';
import { type FieldUse, isUsed, mostCounted } from '#forms/fields/find-field.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';

/** Which forms ask for the field, and how many requests hold a value of it. */
export const UsePart = ({ reader, field, use }: { reader: Reader; field: Field; use: FieldUse }) => {
  const { t, rich } = reader;
  const { forms, holding } = use;
  const isAsked = !field.isRetired && field.access !== 'none';
  return (
    <Part id="use" title={t('fieldSettings.use')}>
      {!isUsed(use) && <p>{t('fieldSettings.use.nowhere')}</p>}
      <ul class="plain-list">
        {forms.map((form) => (
          <li>
            {rich(`fieldSettings.use.${wordOf(form.isPublished, isAsked)}`, {
              form: (
                <a href={`/settings/forms/${form.id}`}>
                  <bdi>{form.name}</bdi>
                </a>
              ),
            })}
          </li>
        ))}
        {holding > 0 && (
          <li>
            {holding < mostCounted
              ? t('fieldSettings.use.requests', { count: holding })
              : t('fieldSettings.use.manyRequests', { count: mostCounted })}
          </li>
        )}
      </ul>
    </Part>
  );
};

function wordOf(isPublished: boolean, isAsked: boolean): 'draft' | 'published' | 'stopped' {
  if (!isPublished) return 'draft';
  return isAsked ? 'published' : 'stopped';
}
