import type { Contact } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { ContactPage } from '../contact-page.tsx';

export interface AddressesPageProps {
  frame: Frame;
  actor: Contact;
  addresses: readonly OwnAddress[];
  /** The address that a code is on its way to. */
  waiting: string | null;
  /** Signed in so lately that addresses may be changed. */
  isFresh: boolean;
  typed: string;
  error: string | null;
  said: string | null;
}

interface OwnAddress {
  readonly email: string;
  readonly isMain: boolean;
}

/** A contact's own addresses: added by a code, made the main one, taken away. */
export const AddressesPage = (props: AddressesPageProps) => {
  const { frame, actor, addresses, waiting, isFresh, error, said } = props;
  const { reader } = frame;
  const { t } = reader;
  return (
    <ContactPage frame={frame} actor={actor} title={t('addresses.title')} current="settings" width="reading">
      <PageHead
        title={t('addresses.title')}
        back={{ href: '/settings', label: t('addresses.back') }}
        meta={`${t('addresses.text')} ${t('addresses.mainText')}`}
      />
      {said !== null && (
        <Notice tone="success" focus>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={error === null ? [] : [{ field: 'email', message: error }]} />
      <section class="settings-part" aria-label={t('addresses.title')}>
        <AddressTable reader={reader} addresses={addresses} canChange={isFresh} />
        {waiting !== null && isFresh && (
          <Notice>
            <p>{t('addresses.waiting', { email: waiting })}</p>
            <p>
              <a href="/settings/addresses/code">{t('addresses.enter')}</a>
            </p>
          </Notice>
        )}
      </section>
      {isFresh ? <AddForm {...props} /> : <ConfirmFirst reader={reader} email={actor.email} />}
    </ContactPage>
  );
};

const AddressTable = (props: { reader: Reader; addresses: readonly OwnAddress[]; canChange: boolean }) => {
  const { reader, addresses, canChange } = props;
  const { t } = reader;
  const hasActions = canChange && addresses.length > 1;
  const columns = [t('addresses.address'), ...(hasActions ? [t('addresses.actions')] : [])];
  return (
    <DataTable
      caption={t('addresses.title')}
      columns={columns}
      rows={addresses.map(({ email, isMain }) => [
        <>
          <bdi>{email}</bdi> {isMain && <span class="pill">{t('addresses.main')}</span>}
        </>,
        ...(hasActions ? [isMain ? '' : <AddressForms reader={reader} email={email} />] : []),
      ])}
      hasActions={hasActions}
    />
  );
};

const AddressForms = ({ reader: { t }, email }: { reader: Reader; email: string }) => (
  <form class="actions" method="post" action="/settings/addresses/main">
    <HiddenFields fields={{ email }} />
    <button type="submit" class="button secondary" aria-label={t('addresses.makeMainWhich', { email })}>
      {t('addresses.makeMain')}
    </button>
    <button
      type="submit"
      class="button danger"
      formaction="/settings/addresses/removal"
      aria-label={t('addresses.removeWhich', { email })}
    >
      {t('addresses.remove')}
    </button>
  </form>
);

const AddForm = ({ frame: { reader }, typed, error }: AddressesPageProps) => {
  const { t } = reader;
  return (
    <Part id="add" title={t('addresses.add')}>
      <form class="form" method="post" action="/settings/addresses">
        <TextField
          reader={reader}
          name="email"
          type="email"
          label={t('addresses.new')}
          hint={t('addresses.newHint')}
          value={typed}
          error={error ?? undefined}
          autocomplete="email"
          required
        />
        <div class="actions">
          <Button look="primary">{t('addresses.submit')}</Button>
          <ButtonLink href="/settings">{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </Part>
  );
};

/** Signing in anew is the proof: the same mail, the same code, and back to here. */
const ConfirmFirst = ({ reader: { t }, email }: { reader: Reader; email: string }) => (
  <Part id="confirm" title={t('addresses.confirm.title')}>
    <p>{t('addresses.confirm.text')}</p>
    <form class="actions" method="post" action="/sign-in">
      <HiddenFields fields={{ email, return_to: '/settings/addresses' }} />
      <Button look="primary">{t('addresses.confirm.submit', { email })}</Button>
    </form>
  </Part>
);
