import { type FieldUse, isUsed, mostCounted } from '#forms/fields/find-field.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';

/** Which forms ask for the field, and how many requests hold a value of it. */
export const UsePart = ({ reader, use }: { reader: Reader; use: FieldUse }) => {
  const { t, rich } = reader;
  const { forms, holding } = use;
  return (
    <Part id="use" title={t('fieldSettings.use')}>
      {!isUsed(use) && <p>{t('fieldSettings.use.nowhere')}</p>}
      <ul class="plain-list">
        {forms.map((form) => (
          <li>
            {rich(form.isPublished ? 'fieldSettings.use.published' : 'fieldSettings.use.draft', {
              form: <bdi>{form.name}</bdi>,
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
