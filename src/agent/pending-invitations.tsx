import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import { dateOf } from '#lib/times.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { Press } from './press.tsx';

interface PendingInvitationsProps {
  readonly reader: Reader;
  readonly invitations: readonly PendingInvitation[];
  /** Where they are sent again and withdrawn: each below its id. */
  readonly href: string;
  readonly mayChange: boolean;
}

/** Who was asked in, to an account or to answer, and has not come yet. */
export const PendingInvitations = ({ reader, invitations, href, mayChange }: PendingInvitationsProps) => {
  const { t } = reader;
  if (invitations.length === 0) return null;
  const columns = [t('pending.person'), t('pending.role'), t('pending.sent'), t('pending.until')];
  return (
    <Part id="invitations" title={t('pending.title')}>
      <DataTable
        caption={t('pending.title')}
        columns={mayChange ? [...columns, t('pending.actions')] : columns}
        hasActions={mayChange}
        rows={invitations.map((invitation) => [
          ...cellsOf(reader, invitation),
          ...(mayChange ? [<Actions reader={reader} href={`${href}/${invitation.id}`} invitation={invitation} />] : []),
        ])}
      />
    </Part>
  );
};

function cellsOf(reader: Reader, invitation: PendingInvitation) {
  const { email, name, role, inviterName, sentAt, expiresAt, isOver, isUndelivered } = invitation;
  return [
    <>
      <bdi>{email}</bdi>
      {name !== '' && (
        <small>
          <bdi>{name}</bdi>
        </small>
      )}
      {isUndelivered && <small>{reader.t('invitation.undelivered')}</small>}
    </>,
    reader.t(`invitation.role.${role}`),
    <>
      <Time at={sentAt} reader={reader} />
      <small>{reader.rich('pending.by', { name: <bdi>{inviterName}</bdi> })}</small>
    </>,
    isOver ? reader.t('pending.over') : dateOf(expiresAt, reader),
  ];
}

const Actions = (props: { reader: Reader; href: string; invitation: PendingInvitation }) => {
  const { reader, href, invitation } = props;
  return (
    <div class="inline-actions">
      <Press action={href} label={reader.t('pending.again')} of={invitation.email} />
      <a class="button quiet" href={`${href}/withdrawal`}>
        {reader.t('pending.withdraw')}
        <span class="unseen"> {invitation.email}</span>
      </a>
    </div>
  );
};
