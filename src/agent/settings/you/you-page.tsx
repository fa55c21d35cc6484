import type { Factors } from '#identity/second-factor/factors.ts';
import type { SignIn } from '#identity/sessions/list-sign-ins.ts';
import { Notice } from '#ui/notice.tsx';
import { ProfileForm, type ProfileView } from '#ui/profile-form.tsx';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FactorPart } from './factor-part.tsx';
import type { Said } from './said.ts';
import { SessionsPart } from './sessions-part.tsx';

export interface YouView {
  readonly profile: ProfileView;
  readonly said: Said | null;
  readonly factors: Factors;
  readonly signIns: readonly SignIn[];
}

export const YouPage = (props: PlaceProps & YouView) => {
  const { frame, actor, counts, said } = props;
  const { t } = frame.reader;
  return (
    <SettingsPage frame={frame} actor={actor} counts={counts} section="you">
      {said && (
        <Notice tone="success" focus>
          <p>{t(said)}</p>
        </Notice>
      )}
      <section class="settings-part" aria-label={t('settings.you')}>
        <ProfileForm
          reader={frame.reader}
          action="/settings/you"
          nameHint={t('you.nameHint')}
          address={<bdi>{actor.email}</bdi>}
          {...props.profile}
        />
      </section>
      <FactorPart reader={frame.reader} factors={props.factors} />
      <SessionsPart reader={frame.reader} signIns={props.signIns} />
    </SettingsPage>
  );
};
