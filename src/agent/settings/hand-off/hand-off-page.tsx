import type { HandOffSettings, ListedKey, ListedRefusal } from '#identity/hand-off/list-keys.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { KeysPart } from './keys-part.tsx';
import { handOffHref } from './place.ts';
import { reasonWords } from './reason-words.ts';
import { SettingsPart } from './settings-part.tsx';

export interface HandOffPageProps extends PlaceProps {
  readonly keys: readonly ListedKey[];
  readonly settings: HandOffSettings;
  readonly refusals: readonly ListedRefusal[];
  /** Origin of the canonical host. */
  readonly portal: string;
  readonly said: 'saved' | 'revoked' | null;
  readonly errors: { readonly remote_url?: string };
}

export const HandOffPage = (props: HandOffPageProps) => {
  const { frame, actor, counts, portal, said } = props;
  const { reader } = frame;
  const { t } = reader;
  return (
    <SettingsPage frame={frame} actor={actor} counts={counts} section="hand-off">
      <div class="hand-off">
        {said && (
          <Notice tone="success" focus>
            <p>{t(`handOffSettings.${said}`)}</p>
          </Notice>
        )}
        <p class="lede">{t('handOffSettings.lede')}</p>
        <KeysPart reader={reader} keys={props.keys} />
        <Part id="where" title={t('handOffSettings.where')}>
          <DefinitionList
            facts={[
              { term: t('handOffSettings.address'), value: <code>{`${portal}/sign-in/hand-off`}</code> },
              { term: t('handOffSettings.audience'), value: <code>{portal}</code> },
              { term: t('handOffSettings.button'), value: <code>{buttonFor(portal)}</code> },
            ]}
          />
          <p class="hint">{t('handOffSettings.testText')}</p>
          <div class="actions">
            <ButtonLink href={`${handOffHref}/check`}>{t('handOffSettings.test')}</ButtonLink>
          </div>
        </Part>
        <SettingsPart
          reader={reader}
          brand={frame.brand.name}
          settings={props.settings}
          error={props.errors.remote_url}
          isSecond={props.keys.length === 0}
        />
        <Refusals reader={reader} refusals={props.refusals} />
      </div>
    </SettingsPage>
  );
};

/** What a page of the product needs to have. */
function buttonFor(portal: string): string {
  const field = '<input type="hidden" name="jwt" value="TOKEN">';
  return `<form method="post" action="${portal}/sign-in/hand-off">${field}<button>Support</button></form>`;
}

const Refusals = ({ reader, refusals }: { reader: Reader; refusals: readonly ListedRefusal[] }) => {
  const { t } = reader;
  const title = t('handOffSettings.refusals');
  return (
    <Part id="refusals" title={title}>
      <p class="hint">{t('handOffSettings.refusalsText')}</p>
      {refusals.length === 0 ? (
        <p>{t('handOffSettings.noRefusals')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={[
            t('handOffSettings.column.when'),
            t('handOffSettings.column.why'),
            t('handOffSettings.column.whichKey'),
          ]}
          rows={refusals.map((refusal) => [
            <Time at={refusal.at} reader={reader} />,
            <>
              {reasonWords(reader, refusal)} <small>{refusal.reason}</small>
            </>,
            refusal.kid ? <code>{refusal.kid}</code> : t('handOffSettings.noKey'),
          ])}
        />
      )}
    </Part>
  );
};
