import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import { CodeField } from '#ui/code-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';

interface AddressCodePageProps {
  frame: Frame;
  actor: Contact;
  email: string;
  error: string | null;
}

/** Where the code for a further address is typed. */
export const AddressCodePage = ({ frame, actor, email, error }: AddressCodePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <ContactPage frame={frame} actor={actor} title={t('addresses.code.title')} current="settings" width="reading">
      <PageHead title={t('addresses.code.title')} back={{ href: '/settings/addresses', label: t('addresses.title') }} />
      <div class="blocks">
        <ErrorSummary reader={reader} errors={error === null ? [] : [{ field: 'code', message: error }]} />
        <p>{reader.rich('addresses.code.sent', { email: <b class="address">{email}</b> })}</p>
        <form class="form" method="post" action="/settings/addresses/code">
          <CodeField
            reader={reader}
            label={t('addresses.code.label')}
            hint={t('addresses.code.hint')}
            error={error ?? undefined}
          />
          <div class="actions">
            <Button look="primary">{t('addresses.code.submit')}</Button>
          </div>
        </form>
        <p class="hint">
          {t('code.limit')} {t('code.nothingCame')}
        </p>
        <form class="actions" method="post" action="/settings/addresses">
          <HiddenFields fields={{ email }} />
          <Button>{t('addresses.code.again')}</Button>
        </form>
      </div>
    </ContactPage>
  );
};
