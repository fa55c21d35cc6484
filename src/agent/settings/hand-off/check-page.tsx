import type { CheckedToken } from '#identity/hand-off/check-token.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextArea } from '#ui/text-area.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { handOffHref } from './place.ts';
import { reasonWords } from './reason-words.ts';

interface CheckPageProps extends PlaceProps {
  readonly checked: CheckedToken | null;
}

/** Paste a token, read what a sign-in would say to it. */
export const CheckPage = ({ frame, actor, counts, checked }: CheckPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <SettingsPage
      frame={frame}
      actor={actor}
      counts={counts}
      section="hand-off"
      title={t('handOffSettings.check.title')}
    >
      <div class="hand-off">
        <p class="lede">{t('handOffSettings.check.lede')}</p>
        {checked && <Result reader={reader} checked={checked} />}
        <form class="form" method="post" action={`${handOffHref}/check`} autocomplete="off">
          <TextArea
            reader={reader}
            name="token"
            label={t('handOffSettings.check.token')}
            hint={t('handOffSettings.check.tokenHint')}
            rows={6}
            required
          />
          <div class="actions">
            <Button look="primary">{t('handOffSettings.check.do')}</Button>
          </div>
        </form>
      </div>
    </SettingsPage>
  );
};

const marks = { passed: 'check', failed: 'cross', open: 'clock' } as const;

const Result = ({ reader, checked }: { reader: Reader; checked: CheckedToken }) => {
  const { t } = reader;
  const { checks, parts, effect } = checked;
  const passes = effect !== null;
  return (
    <>
      <Notice tone={passes ? 'success' : 'danger'} focus>
        <p>
          {t(passes ? 'handOffSettings.check.passes' : 'handOffSettings.check.fails')}{' '}
          {passes && t(`handOffSettings.check.effect.${effect}`)}
        </p>
      </Notice>
      <DataTable
        caption={t('handOffSettings.check.title')}
        columns={[t('handOffSettings.check.column.check'), t('handOffSettings.check.column.result')]}
        rows={checks.map(({ name, state, refusal }) => [
          t(`handOffSettings.is.${name}`),
          <span class="verdict" data-verdict={state}>
            <Icon name={marks[state]} />
            <span>
              {t(`handOffSettings.check.${state}`)}
              {refusal && <small>{reasonWords(reader, refusal)}</small>}
            </span>
          </span>,
        ])}
      />
      {parts && (
        <>
          <h2>{t('handOffSettings.check.header')}</h2>
          <pre class="said">{JSON.stringify(parts.header, null, 2)}</pre>
          <h2>{t('handOffSettings.check.claims')}</h2>
          <pre class="said">{JSON.stringify(parts.payload, null, 2)}</pre>
        </>
      )}
    </>
  );
};
