import type { OwnSession } from '#identity/sessions/session-owner.ts';
import { exactTime } from '#lib/times.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';

/** Where somebody is signed in; each but this one can be ended. */
export const SessionList = ({ reader, sessions }: { reader: Reader; sessions: readonly OwnSession[] }) => {
  const { t } = reader;
  const hasOthers = sessions.some(({ isThis }) => !isThis);
  const columns = [t('sessions.device'), t('sessions.place'), t('sessions.lastSeen')];
  return (
    <DataTable
      caption={t('settings.sessions')}
      columns={hasOthers ? [...columns, t('sessions.actions')] : columns}
      rows={sessions.map((session) => {
        const device = session.device === '' ? t('sessions.unknownDevice') : session.device;
        return [
          <>
            {device} {session.isThis && <span class="pill">{t('sessions.this')}</span>}
          </>,
          session.place === '' ? t('sessions.unknownPlace') : session.place,
          <Time at={session.lastSeenAt} reader={reader} />,
          ...(hasOthers ? [session.isThis ? '' : <EndForm reader={reader} session={session} device={device} />] : []),
        ];
      })}
      hasActions={hasOthers}
    />
  );
};

const EndForm = ({ reader, session, device }: { reader: Reader; session: OwnSession; device: string }) => (
  <form method="post" action={`/settings/sessions/${session.id}/ending`}>
    <button
      type="submit"
      class="button secondary"
      aria-label={reader.t('sessions.endWhich', { device, time: exactTime(session.lastSeenAt, reader) })}
    >
      {reader.t('sessions.end')}
    </button>
  </form>
);
