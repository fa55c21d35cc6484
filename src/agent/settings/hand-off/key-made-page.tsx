import { ButtonLink } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { handOffHref } from './place.ts';

interface KeyMadePageProps extends PlaceProps {
  readonly kid: string;
  /** Null where somebody else has the secret half. */
  readonly secret: string | null;
  readonly algorithm: string;
  readonly issuer: string;
  readonly portal: string;
}

/** What the tenant's product needs. The only page that ever shows the secret. */
export const KeyMadePage = ({ frame, actor, counts, secret, ...key }: KeyMadePageProps) => {
  const { t } = frame.reader;
  const code = (value: string) => <code>{value}</code>;
  return (
    <SettingsPage
      frame={frame}
      actor={actor}
      counts={counts}
      section="hand-off"
      title={t('handOffSettings.made.title')}
    >
      <div class="hand-off">
        <Notice tone={secret === null ? 'success' : 'warning'} focus>
          <p>{t(secret === null ? 'handOffSettings.made.added' : 'handOffSettings.made.secretOnce')}</p>
        </Notice>
        <DefinitionList
          facts={[
            ...(secret === null
              ? []
              : [{ term: t('handOffSettings.made.secret'), value: <Secret t={t} secret={secret} /> }]),
            { term: t('handOffSettings.new.kid'), value: code(key.kid) },
            { term: t('handOffSettings.new.algorithm'), value: code(key.algorithm) },
            { term: t('handOffSettings.new.issuer'), value: code(key.issuer) },
            { term: t('handOffSettings.audience'), value: code(key.portal) },
            { term: t('handOffSettings.address'), value: code(`${key.portal}/sign-in/hand-off`) },
          ]}
        />
        <div class="actions">
          <ButtonLink href={handOffHref} look="primary">
            {t('handOffSettings.made.done')}
          </ButtonLink>
          <ButtonLink href={`${handOffHref}/check`}>{t('handOffSettings.test')}</ButtonLink>
        </div>
      </div>
    </SettingsPage>
  );
};

const Secret = ({ t, secret }: { t: Reader['t']; secret: string }) => (
  <>
    <code>{secret}</code>
    <p class="hint">{t('handOffSettings.made.secretHint')}</p>
  </>
);
