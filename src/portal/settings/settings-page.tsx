import type { OwnSession } from '#identity/sessions/session-owner.ts';
import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import { ProfileForm, type ProfileView } from '#ui/profile-form.tsx';
import type { Reader } from '#ui/reader.ts';
import { ContactPage } from '../contact-page.tsx';
import { SessionList } from './session-list.tsx';

export interface SettingsPageProps {
  frame: Frame;
  actor: Contact;
  profile: ProfileView;
  sessions: readonly OwnSession[];
  /** What just became of it: saved, kept from before a session ended, or a session ended here. */
  notice: 'settings.saved' | 'settings.kept' | 'sessions.ended' | null;
}

export const SettingsPage = (props: SettingsPageProps) => {
  const { frame, actor } = props;
  const { t } = frame.reader;
  return (
    <ContactPage frame={frame} actor={actor} title={t('settings.title')} current="settings" width="reading">
      <PageHead title={t('settings.title')} />
      {props.notice && (
        <Notice tone={props.notice === 'settings.kept' ? 'info' : 'success'} focus>
          <p>{t(props.notice)}</p>
        </Notice>
      )}
      <Part id="you" title={t('settings.you')}>
        <ProfileForm
          reader={frame.reader}
          action="/settings"
          nameHint={t('settings.nameHint')}
          address={
            <>
              <bdi>{actor.email}</bdi>. <a href="/settings/addresses">{t('addresses.manage')}</a>
            </>
          }
          {...props.profile}
        />
      </Part>
      {/* Where somebody is signed in is theirs alone to know. */}
      {actor.viewedBy === null && <Sessions reader={frame.reader} sessions={props.sessions} />}
    </ContactPage>
  );
};

const Sessions = ({ reader, sessions }: { reader: Reader; sessions: readonly OwnSession[] }) => {
  const { t } = reader;
  return (
    <Part id="sessions" title={t('settings.sessions')}>
      <p>{t('sessions.text')}</p>
      <SessionList reader={reader} sessions={sessions} />
      <form method="post" action="/sign-out">
        <Button>{t('settings.signOut')}</Button>
      </form>
      <p>{t('settings.signOutEverywhereText')}</p>
      <form method="post" action="/sign-out/everywhere">
        <Button look="danger">{t('settings.signOutEverywhere')}</Button>
      </form>
    </Part>
  );
};
