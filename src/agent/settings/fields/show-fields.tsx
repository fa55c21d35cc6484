import type { AppContext } from '#http/context.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Part } from '#ui/part.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FieldsTable } from './fields-table.tsx';
import { fieldsHref, saidOf, visitFields } from './place.ts';
import { SaidNotice } from './said-notice.tsx';

/** GET /settings/fields: what requests hold beyond their words, in the tenant's order. */
export async function showFields(c: AppContext): Promise<Response> {
  const seen = await visitFields(c);
  const inUse = seen.rows.fields.filter(({ isRetired }) => !isRetired);
  const retired = seen.rows.fields.filter(({ isRetired }) => isRetired);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    const { t } = reader;
    const add = (
      <ButtonLink href={`${fieldsHref}/new`} look="primary" icon="plus">
        {t('fieldSettings.add')}
      </ButtonLink>
    );
    return (
      <SettingsPage {...place} section="fields">
        <SaidNotice reader={reader} said={saidOf(c)} />
        {inUse.length === 0 ? (
          <EmptyState icon="list" title={t('fieldSettings.none')} text={t('fieldSettings.noneText')}>
            {add}
          </EmptyState>
        ) : (
          <section class="settings-part" aria-label={t('fieldSettings.inUse')}>
            <p class="lede">{t('fieldSettings.intro')}</p>
            <FieldsTable reader={reader} caption={t('fieldSettings.inUse')} fields={inUse} isOrdered />
            <div class="actions">{add}</div>
          </section>
        )}
        {retired.length > 0 && (
          <Part id="retired" title={t('fieldSettings.retired')}>
            <p class="hint">{t('fieldSettings.retiredText')}</p>
            <FieldsTable reader={reader} caption={t('fieldSettings.retired')} fields={retired} />
          </Part>
        )}
      </SettingsPage>
    );
  });
}
