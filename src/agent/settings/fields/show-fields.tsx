import type { Field } from '#forms/fields/field.ts';
import type { AppContext } from '#http/context.ts';
import { cleanLine } from '#lib/text.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { SearchBox } from '../../search-box.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FieldsList } from './fields-list.tsx';
import { fieldsHref, saidOf, visitFields } from './place.ts';
import { SaidNotice } from './said-notice.tsx';

/** So many are seen at a glance. */
const fewFields = 12;

/** GET /settings/fields?q=: what requests hold beyond their words, in the tenant's order. */
export async function showFields(c: AppContext): Promise<Response> {
  const seen = await visitFields(c);
  const { fields, uses } = seen.rows;
  const wanted = cleanLine(c.req.query('q') ?? '');
  const found = fields.filter((field) => isFound(field, wanted));
  const inUse = found.filter(({ isRetired }) => !isRetired);
  const retired = found.filter(({ isRetired }) => isRetired);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    const { t } = reader;
    return (
      <SettingsPage {...place} section="fields">
        <SaidNotice reader={reader} said={saidOf(c)} />
        {fields.length === 0 ? (
          <EmptyState icon="list" title={t('fieldSettings.none')} text={t('fieldSettings.noneText')}>
            <AddField reader={reader} />
          </EmptyState>
        ) : (
          <section class="settings-part" aria-label={t('fieldSettings.inUse')}>
            <p class="lede">{t('fieldSettings.intro')}</p>
            <div class="list-tools">
              {fields.length > fewFields && <FindField reader={reader} wanted={wanted} />}
              <AddField reader={reader} />
            </div>
            {found.length === 0 && <p>{t('fieldSettings.notFound')}</p>}
            <FieldsList
              {...{ reader, uses }}
              label={t('fieldSettings.inUse')}
              fields={inUse}
              isOrdered={wanted === ''}
            />
          </section>
        )}
        {retired.length > 0 && (
          <Part id="retired" title={t('fieldSettings.retired')}>
            <p class="hint">{t('fieldSettings.retiredText')}</p>
            <FieldsList {...{ reader, uses }} label={t('fieldSettings.retired')} fields={retired} />
          </Part>
        )}
      </SettingsPage>
    );
  });
}

function isFound({ label, key }: Field, wanted: string): boolean {
  return `${label} ${key}`.toLowerCase().includes(wanted.toLowerCase());
}

const AddField = ({ reader: { t } }: { reader: Reader }) => (
  <ButtonLink href={`${fieldsHref}/new`} look="primary" icon="plus">
    {t('fieldSettings.add')}
  </ButtonLink>
);

const FindField = ({ reader: { t }, wanted }: { reader: Reader; wanted: string }) => (
  <>
    <SearchBox action={fieldsHref} label={t('fieldSettings.find')} words={wanted} />
    {wanted !== '' && <a href={fieldsHref}>{t('fieldSettings.all')}</a>}
  </>
);
