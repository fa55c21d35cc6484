import type { OwnSession } from '#identity/sessions/session-owner.ts';
import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import { ContactPage } from '../contact-page.tsx';
import { SessionList } from './session-list.tsx';

export interface SettingsPageProps {
  frame: Frame;
  actor: Contact;
  name: string;
  /** IANA name, or empty: automatic. */
  zone: string;
  /** What automatic means here. */
  automaticZone: string;
  errors: { readonly name?: string; readonly zone?: string };
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
      <ProfileForm {...props} />
      {/* Where somebody is signed in is theirs alone to know. */}
      {actor.viewedBy === null && <Sessions reader={frame.reader} sessions={props.sessions} />}
    </ContactPage>
  );
};

const ProfileForm = ({ frame: { reader }, actor, name, zone, automaticZone, errors }: SettingsPageProps) => {
  const { t } = reader;
  const faults = (['name', 'zone'] as const).flatMap((field) =>
    errors[field] ? [{ field, message: errors[field] }] : [],
  );
  return (
    <Part id="you" title={t('settings.you')}>
      <ErrorSummary reader={reader} errors={faults} />
      <form class="form" method="post" action="/settings">
        <TextField
          reader={reader}
          name="name"
          label={t('settings.name')}
          hint={t('settings.nameHint')}
          value={name}
          error={errors.name}
          autocomplete="name"
          required
        />
        <p class="hint">
          {t('settings.email')}: <bdi>{actor.email}</bdi>. <a href="/settings/addresses">{t('addresses.manage')}</a>
        </p>
        <ZoneField reader={reader} zone={zone} automaticZone={automaticZone} error={errors.zone} />
        <div class="actions">
          <Button look="primary">{t('common.save')}</Button>
        </div>
      </form>
    </Part>
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
