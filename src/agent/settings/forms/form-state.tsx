import { ButtonLink } from '#ui/button.tsx';
import type { Reader } from '#ui/reader.ts';
import { type FormVisit, formHref, labelOf } from './place.ts';

/** What customers have, what is not published yet, and the way to both. */
export const FormState = ({ reader, visit }: { reader: Reader; visit: FormVisit }) => {
  const { t } = reader;
  const { form, checked } = visit;
  const { known, silenced } = checked;
  return (
    <div class="form-state">
      <div>
        <p>{stateWords(reader, visit)}</p>
        {silenced.length > 0 && (
          <p>
            {t('formSettings.state.silenced', { fields: silenced.map(({ key }) => labelOf(known, key)).join(', ') })}
          </p>
        )}
      </div>
      <div class="actions">
        <ButtonLink href={formHref(form, '/preview')} icon="eye">
          {t('formSettings.preview')}
        </ButtonLink>
        {(checked.changes === null || checked.changes.length > 0) && (
          <ButtonLink href={formHref(form, '/publication')} look="primary">
            {t('formSettings.publish')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
};

function stateWords({ t }: Reader, { form, checked }: FormVisit): string {
  if (form.isRetired) return t('formSettings.state.retired');
  if (form.version === null || checked.changes === null) return t('formSettings.state.unpublished');
  const count = checked.changes.length;
  if (count === 0) return t('formSettings.state.published', { version: form.version });
  return t('formSettings.state.draft', { version: form.version, count });
}
