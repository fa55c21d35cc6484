import type { Child } from 'hono/jsx';
import type { SignIn } from '#identity/sessions/list-sign-ins.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';

/** Where an agent is signed in, over all their companies, and how to end it. */
export const SessionsPart = ({ reader, signIns }: { reader: Reader; signIns: readonly SignIn[] }) => {
  const { t } = reader;
  return (
    <Part id="sessions" title={t('you.sessions')}>
      <p>{t('you.sessions.text')}</p>
      <DataTable
        caption={t('you.sessions')}
        columns={[
          t('you.sessions.device'),
          t('you.sessions.place'),
          t('you.sessions.since'),
          t('you.sessions.seen'),
          t('you.factor.actions'),
        ]}
        rows={signIns.map((signIn) => rowOf(reader, signIn))}
        hasActions
      />
      <p class="hint">{t('settings.signOutEverywhereText')}</p>
      <form method="post" action="/sign-out/everywhere">
        <Button look="danger">{t('settings.signOutEverywhere')}</Button>
      </form>
    </Part>
  );
};

function rowOf(reader: Reader, { id, device, place, createdAt, lastSeenAt, isThis, companies }: SignIn): Child[] {
  const { t } = reader;
  const name = device || t('you.sessions.unknownDevice');
  return [
    <>
      {name}
      {companies.length > 0 && <small>{t('you.sessions.at', { names: companies.join(', ') })}</small>}
    </>,
    place,
    <Time at={createdAt} reader={reader} />,
    <Time at={lastSeenAt} reader={reader} />,
    isThis ? (
      <b>{t('you.sessions.this')}</b>
    ) : (
      <form method="post" action={`/settings/you/sessions/${id}/ending`}>
        <button type="submit" class="button quiet" aria-label={t('you.sessions.endOne', { device: name })}>
          {t('you.sessions.end')}
        </button>
      </form>
    ),
  ];
}
