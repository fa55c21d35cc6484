import type { AppContext } from '#http/context.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Part } from '#ui/part.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FormsList, RetiredForms } from './forms-list.tsx';
import { formsHref, saidOf, visitForms } from './place.ts';
import { SaidNotice } from './said-notice.tsx';

/** GET /settings/forms: what customers can ask with, in their order. */
export async function showForms(c: AppContext): Promise<Response> {
  const seen = await visitForms(c);
  const retired = seen.rows.forms.filter(({ isRetired }) => isRetired);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    const { t } = reader;
    return (
      <SettingsPage {...place} section="forms">
        <SaidNotice reader={reader} said={saidOf(c)} />
        <section class="settings-part" aria-label={t('agent.settings.forms')}>
          <p class="lede">{t('formSettings.intro')}</p>
          <FormsList reader={reader} forms={seen.rows.forms} />
          <div class="actions">
            <ButtonLink href={`${formsHref}/new`} look="primary" icon="plus">
              {t('formSettings.add')}
            </ButtonLink>
          </div>
        </section>
        {retired.length > 0 && (
          <Part id="retired" title={t('formSettings.retired')}>
            <p class="hint">{t('formSettings.retiredText')}</p>
            <RetiredForms reader={reader} forms={retired} />
          </Part>
        )}
      </SettingsPage>
    );
  });
}
