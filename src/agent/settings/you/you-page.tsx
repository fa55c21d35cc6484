import type { Factors } from '#identity/second-factor/factors.ts';
import type { SignIn } from '#identity/sessions/list-sign-ins.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FactorPart } from './factor-part.tsx';
import type { Said } from './said.ts';
import { SessionsPart } from './sessions-part.tsx';

export interface YouView {
  readonly name: string;
  /** IANA name, or empty: automatic. */
  readonly zone: string;
  /** What automatic means here. */
  readonly automaticZone: string;
  readonly errors: { readonly name?: string; readonly zone?: string };
  readonly said: Said | null;
  readonly factors: Factors;
  readonly signIns: readonly SignIn[];
}

export const YouPage = (props: PlaceProps & YouView) => {
  const { frame, actor, counts, said } = props;
  return (
    <SettingsPage frame={frame} actor={actor} counts={counts} section="you">
      {said && (
        <Notice tone="success" focus>
          <p>{frame.reader.t(said)}</p>
        </Notice>
      )}
      <ProfileForm {...props} />
      <FactorPart reader={frame.reader} factors={props.factors} />
      <SessionsPart reader={frame.reader} signIns={props.signIns} />
    </SettingsPage>
  );
};

const ProfileForm = ({ frame: { reader }, actor, name, zone, automaticZone, errors }: PlaceProps & YouView) => {
  const { t } = reader;
  const faults = (['name', 'zone'] as const).flatMap((field) =>
    errors[field] ? [{ field, message: errors[field] }] : [],
  );
  return (
    <section class="settings-part" aria-label={t('settings.you')}>
      <ErrorSummary reader={reader} errors={faults} />
      <form class="form" method="post" action="/settings/you">
        <TextField
          reader={reader}
          name="name"
          label={t('settings.name')}
          hint={t('you.nameHint')}
          value={name}
          error={errors.name}
          autocomplete="name"
          required
        />
        <p class="hint">
          {t('settings.email')}: <bdi>{actor.email}</bdi>
        </p>
        <ZoneField reader={reader} zone={zone} automaticZone={automaticZone} error={errors.zone} />
        <div class="actions">
          <Button look="primary">{t('common.save')}</Button>
        </div>
      </form>
    </section>
  );
};
