import { publicAlgorithms } from '#identity/hand-off/public-key.ts';
import type { KeyFaults, KeyWish } from '#identity/hand-off/read-key-wish.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { handOffHref } from './place.ts';

interface NewKeyPageProps extends PlaceProps {
  readonly wish: KeyWish;
  readonly faults: KeyFaults;
}

/** One kind of key at a time. */
export const NewKeyPage = ({ frame, actor, counts, wish, faults }: NewKeyPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <SettingsPage frame={frame} actor={actor} counts={counts} section="hand-off" title={t('handOffSettings.new.title')}>
      <div class="hand-off">
        <Tabs
          reader={reader}
          label={t('handOffSettings.new.kinds')}
          tabs={(['secret', 'public', 'set'] as const).map((kind) => ({
            href: `${handOffHref}/keys/new?kind=${kind}`,
            label: t(`handOffSettings.new.${kind}`),
            current: kind === wish.kind,
          }))}
        />
        <p class="lede">{t(`handOffSettings.new.${wish.kind}Text`)}</p>
        {faults.form && (
          <Notice tone="danger" focus>
            <p>{t(`handOffSettings.fault.${faults.form}`)}</p>
          </Notice>
        )}
        <KeyForm reader={reader} wish={wish} faults={faults} />
      </div>
    </SettingsPage>
  );
};

const order = ['name', 'issuer', 'algorithm', 'publicKey', 'jwksUrl', 'kid'] as const;

/** What the controls are called, by what they fill. */
const controls = {
  name: 'name',
  issuer: 'issuer',
  algorithm: 'algorithm',
  publicKey: 'public_key',
  jwksUrl: 'jwks_url',
  kid: 'kid',
} as const;

const KeyForm = ({ reader, wish, faults }: { reader: Reader; wish: KeyWish; faults: KeyFaults }) => {
  const { t } = reader;
  const fields = order.map((of) => {
    const fault = faults[of];
    return {
      of,
      shared: {
        reader,
        name: controls[of],
        label: t(`handOffSettings.new.${of}`),
        hint: t(`handOffSettings.new.${of}Hint`),
        error: fault && t(`handOffSettings.fault.${fault}`),
        value: wish[of],
        required: of !== 'kid',
      },
    };
  });
  const errors = fields.flatMap(({ shared }) => (shared.error ? [{ field: shared.name, message: shared.error }] : []));
  const isShown = (of: keyof typeof controls) => !hidden[wish.kind].includes(of);
  return (
    <>
      <ErrorSummary reader={reader} errors={errors} />
      <form class="form" method="post" action={`${handOffHref}/keys/new`} autocomplete="off">
        <HiddenFields fields={{ kind: wish.kind, new_kid: wish.newKid }} />
        {fields
          .filter(({ of }) => isShown(of))
          .map(({ of, shared }) => {
            if (of === 'algorithm') return <Select {...shared} options={algorithms} />;
            if (of === 'publicKey') return <TextArea {...shared} rows={8} />;
            return <TextField {...shared} type={of === 'jwksUrl' ? 'url' : 'text'} />;
          })}
        <div class="actions">
          <Button look="primary">{t('handOffSettings.new.do')}</Button>
          <ButtonLink href={handOffHref}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </>
  );
};

const algorithms = publicAlgorithms.map((value) => ({ value, label: value }));

/** What a kind of key does not have. A set's keys have ids of their own. */
const hidden: Record<KeyWish['kind'], readonly string[]> = {
  secret: ['algorithm', 'publicKey', 'jwksUrl'],
  public: ['jwksUrl'],
  set: ['publicKey', 'kid'],
};
