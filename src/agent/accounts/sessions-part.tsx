import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { Press } from '../press.tsx';
import { personHref } from './account-address.ts';
import type { AtPerson } from './visit-person.ts';

/** Where somebody is signed in; who manages the tenant can end it. */
export const SessionsPart = ({ reader, at, name }: { reader: Reader; at: AtPerson; name: string }) => {
  const { t } = reader;
  const { sessions } = at.rows;
  const action = personHref(at.account.id, at.person.id, '/sessions');
  const columns = [t('accounts.session.device'), t('accounts.session.place'), t('accounts.session.seen')];
  return (
    <Part id="sessions" title={t('accounts.person.sessions', { name })}>
      {sessions.length === 0 ? (
        <p class="hint">{t('accounts.person.noSessions')}</p>
      ) : (
        <DataTable
          caption={t('accounts.person.sessions', { name })}
          columns={at.mayChange ? [...columns, t('accounts.actions')] : columns}
          hasActions={at.mayChange}
          rows={sessions.map((session) => [
            ...cellsOf(reader, session),
            ...(at.mayChange
              ? [
                  <div class="inline-actions">
                    <Press
                      action={action}
                      fields={{ session: session.id }}
                      label={t('accounts.session.end')}
                      of={session.device || t('accounts.session.unknown')}
                    />
                  </div>,
                ]
              : []),
          ])}
        />
      )}
      {sessions.length > 1 && at.mayChange && (
        <form method="post" action={action}>
          <Button look="danger">{t('accounts.session.endAll')}</Button>
        </form>
      )}
    </Part>
  );
};

function cellsOf(reader: Reader, { device, place, host, lastSeenAt }: AtPerson['rows']['sessions'][number]) {
  return [
    <>
      {device || reader.t('accounts.session.unknown')}
      <small>{host}</small>
    </>,
    place,
    <Time at={lastSeenAt} reader={reader} />,
  ];
}
