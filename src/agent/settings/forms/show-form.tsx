import type { AppContext } from '#http/context.ts';
import { newId } from '#lib/ids.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Part } from '#ui/part.tsx';
import { AddQuestion, AddSection } from './add-parts.tsx';
import { FaultsNotice } from './faults-notice.tsx';
import { sendFormPage } from './form-page.tsx';
import { FormState } from './form-state.tsx';
import { Outline } from './outline.tsx';
import { type FormVisit, formHref, saidOf, visitForm } from './place.ts';

/** GET /settings/forms/:form: its sections and questions in order. */
export async function showForm(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, checked, reader, seen } = visit;
  const { t } = reader;
  const { known, faults, results } = checked;
  return sendFormPage(c, visit, {
    tab: 'questions',
    said: saidOf(c),
    children: (
      <div class="builder">
        <FormState reader={reader} visit={visit} />
        <FaultsNotice {...{ reader, form, known, faults, results }} />
        <Outline {...{ reader, form, known, faults }} />
        <Part id="add" title={t('formSettings.addTitle')}>
          <AddQuestion {...{ reader, form, fields: seen.rows.fields }} />
          <AddSection {...{ reader, form }} />
        </Part>
        <More visit={visit} now={c.get('now')} />
      </div>
    ),
  });
}

/** What is done to the form as a whole. */
const More = ({ visit: { form, reader }, now }: { visit: FormVisit; now: number }) => {
  const { t } = reader;
  return (
    <Part id="more" title={t('formSettings.more')}>
      <div class="actions">
        <form method="post" action={formHref(form, '/copies')}>
          <HiddenFields fields={{ id: newId('form', now) }} />
          <Button>{t('formSettings.copy')}</Button>
        </form>
        {form.version !== null && form.hasDraft && (
          <ButtonLink href={formHref(form, '/discarding')}>{t('formSettings.discard')}</ButtonLink>
        )}
        {form.isRetired ? (
          <form method="post" action={formHref(form, '/restoration')}>
            <Button>{t('formSettings.restore')}</Button>
          </form>
        ) : (
          !form.isDefault && (
            <form method="post" action={formHref(form, '/retirement')}>
              <Button look="danger">{t('formSettings.retire')}</Button>
            </form>
          )
        )}
      </div>
      {form.isDefault && <p class="hint">{t('formSettings.defaultStays')}</p>}
    </Part>
  );
};
