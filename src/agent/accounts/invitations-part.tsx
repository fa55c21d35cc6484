import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import { dateOf } from '#lib/times.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { accountHref } from './account-address.ts';
import { Part } from './part.tsx';
import { Press } from './press.tsx';

interface InvitationsPartProps {
  readonly reader: Reader;
  readonly accountId: string;
  readonly invitations: readonly PendingInvitation[];
  readonly mayChange: boolean;
}

/** Who was asked in and has not come yet. */
export const InvitationsPart = ({ reader, accountId, invitations, mayChange }: InvitationsPartProps) => {
  const { t } = reader;
  if (invitations.length === 0) return null;
  const columns = [
    t('accounts.person'),
    t('accounts.role'),
    t('accounts.invitation.sent'),
    t('accounts.invitation.expires'),
  ];
  return (
    <Part id="invitations" title={t('accounts.part.invitations')}>
      <DataTable
        caption={t('accounts.part.invitations')}
        columns={mayChange ? [...columns, t('accounts.actions')] : columns}
        hasActions={mayChange}
        rows={invitations.map((invitation) => [
          ...cellsOf(reader, invitation),
          ...(mayChange ? [<Actions reader={reader} accountId={accountId} invitation={invitation} />] : []),
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
    reader.t(role === 'admin' ? 'accounts.role.admin' : 'accounts.role.member'),
    <>
      <Time at={sentAt} reader={reader} />
      <small>{reader.rich('accounts.invitation.by', { name: <bdi>{inviterName}</bdi> })}</small>
    </>,
    isOver ? reader.t('accounts.invitation.over') : dateOf(expiresAt, reader),
  ];
}

const Actions = (props: { reader: Reader; accountId: string; invitation: PendingInvitation }) => {
  const { reader, accountId, invitation } = props;
  const href = accountHref(accountId, `/invitations/${invitation.id}`);
  return (
    <div class="inline-actions">
      <Press action={href} label={reader.t('accounts.invitation.resend')} of={invitation.email} />
      <a class="button quiet" href={`${href}/withdrawal`}>
        {reader.t('accounts.invitation.withdraw')}
        <span class="unseen"> {invitation.email}</span>
      </a>
    </div>
  );
};
