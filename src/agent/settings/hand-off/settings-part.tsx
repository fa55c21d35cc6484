import type { HandOffSettings } from '#identity/hand-off/list-keys.ts';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { handOffHref } from './place.ts';

interface SettingsPartProps {
  reader: Reader;
  brand: string;
  settings: HandOffSettings;
  error: string | undefined;
  /** There is something else to do first. */
  isSecond: boolean;
}

/** Where people may come from, and what they may bring into being. */
export const SettingsPart = ({ reader, brand, settings, error, isSecond }: SettingsPartProps) => {
  const { t } = reader;
  return (
    <Part id="settings" title={t('handOffSettings.settings')}>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'remote_url', message: error }] : []} />
      <form class="form" method="post" action={handOffHref} autocomplete="off">
        <Choices
          reader={reader}
          name="creates"
          label={t('handOffSettings.creates')}
          value={settings.creates}
          choices={(['nothing', 'contacts', 'accounts'] as const).map((value) => ({
            value,
            label: t(`handOffSettings.creates.${value}`),
            hint: t(`handOffSettings.creates.${value}Hint`),
          }))}
        />
        <TextField
          reader={reader}
          name="remote_url"
          type="url"
          label={t('handOffSettings.remote')}
          hint={t('handOffSettings.remoteHint', { brand })}
          value={settings.remoteUrl ?? ''}
          error={error}
        />
        <Choices
          reader={reader}
          kind="checkbox"
          name="at_once"
          label={t('handOffSettings.atOnce')}
          value={settings.atOnce ? 'on' : ''}
          choices={[{ value: 'on', label: t('handOffSettings.atOnceLabel'), hint: t('handOffSettings.atOnceHint') }]}
        />
        <div class="actions">
          <Button look={isSecond ? 'secondary' : 'primary'}>{t('handOffSettings.save')}</Button>
        </div>
      </form>
    </Part>
  );
};
