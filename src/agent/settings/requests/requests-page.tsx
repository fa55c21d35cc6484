import { participantPolicies } from '#tickets/people/people-rules.ts';
import { closingDays, type RequestSettings } from '#tickets/settings/request-settings.ts';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';

interface RequestsPageProps extends PlaceProps {
  readonly settings: RequestSettings;
  /** As typed. */
  readonly days: string;
  readonly isSaved: boolean;
  readonly isFaulty?: boolean;
}

/** When solved requests close, and whom contacts may put on theirs. */
export const RequestsPage = ({ settings, days, isSaved, isFaulty = false, ...place }: RequestsPageProps) => {
  const { reader } = place.frame;
  const { t } = reader;
  const fault = isFaulty
    ? t('requestSettings.days.fault', { least: closingDays.least, most: closingDays.most })
    : undefined;
  return (
    <SettingsPage {...place} section="requests">
      {isSaved && (
        <Notice tone="success" focus>
          <p>{t('requestSettings.saved')}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={fault ? [{ field: 'days', message: fault }] : []} />
      <form class="form" method="post" action="/settings/requests">
        <TextField
          reader={reader}
          name="days"
          label={t('requestSettings.days')}
          hint={t('requestSettings.days.hint')}
          type="number"
          value={days}
          error={fault}
          required
        />
        <Choices
          reader={reader}
          name="participants"
          label={t('requestSettings.participants')}
          hint={settings.ticketLinks === 1 ? undefined : t('requestSettings.noLinks')}
          value={settings.participants}
          choices={participantPolicies.map((policy) => ({
            value: policy,
            label: t(`requestSettings.participants.${policy}`),
            hint: t(`requestSettings.participants.${policy}Hint`),
          }))}
        />
        <div class="actions">
          <Button look="primary">{t('requestSettings.save')}</Button>
        </div>
      </form>
    </SettingsPage>
  );
};
