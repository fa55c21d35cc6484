import { type AccessSettings, newcomerRules } from '#identity/settings/access-rules.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';

interface AccessPageProps extends PlaceProps {
  readonly settings: AccessSettings;
  readonly errors: { readonly second_factor?: string };
  readonly isSaved: boolean;
}

export const AccessPage = ({ frame, actor, counts, settings, errors, isSaved }: AccessPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const fault = errors.second_factor;
  return (
    <SettingsPage frame={frame} actor={actor} counts={counts} section="access">
      {isSaved && (
        <Notice tone="success" focus>
          <p>{t('access.saved')}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={fault ? [{ field: 'second_factor', message: fault }] : []} />
      <form class="form" method="post" action="/settings/access" autocomplete="off">
        <Choices
          reader={reader}
          name="newcomers"
          label={t('access.newcomers')}
          hint={t('access.newcomersHint')}
          value={settings.newcomers}
          choices={newcomerRules.map((rule) => ({
            value: rule,
            label: t(`access.newcomers.${rule}`),
            hint: t(`access.newcomers.${rule}Hint`),
          }))}
        />
        <Switch
          reader={reader}
          name="ticket_links"
          group={t('access.links')}
          label={t('access.links.label')}
          hint={t('access.links.hint')}
          isOn={settings.ticketLinks === 1}
        />
        <Switch
          reader={reader}
          name="second_factor"
          group={t('access.agents')}
          label={t('access.factor.label')}
          hint={t('access.factor.hint')}
          error={fault}
          isOn={settings.secondFactorRequired === 1}
        />
        {fault && (
          <div class="actions">
            <ButtonLink href="/second-factor/set-up">{t('access.factor.setUp')}</ButtonLink>
          </div>
        )}
        <Switch
          reader={reader}
          name="short_sessions"
          group={t('access.sessions')}
          label={t('access.short.label')}
          hint={t('access.short.hint')}
          isOn={settings.shortAgentSessions === 1}
        />
        <div class="actions">
          <Button look="primary">{t('access.save')}</Button>
        </div>
      </form>
    </SettingsPage>
  );
};

interface SwitchProps {
  readonly reader: Reader;
  readonly name: string;
  readonly group: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly isOn: boolean;
}

const Switch = ({ reader, name, group, label, hint, error, isOn }: SwitchProps) => (
  <Choices
    reader={reader}
    kind="checkbox"
    name={name}
    label={group}
    error={error}
    value={isOn ? 'on' : ''}
    choices={[{ value: 'on', label, hint }]}
  />
);
