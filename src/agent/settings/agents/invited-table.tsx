import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import { dateOf } from '#lib/times.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { Part } from '../../accounts/part.tsx';
import { Press } from '../../accounts/press.tsx';
import { roleWord } from './role-word.ts';
import { agentsHref } from './said.ts';

/** Who was asked to answer here and has not come yet. */
export const InvitedTable = ({
  reader,
  invitations,
}: {
  reader: Reader;
  invitations: readonly PendingInvitation[];
}) => {
  const { t } = reader;
  const columns = [t('agents.person'), t('agents.role'), t('agents.pending.sent'), t('agents.pending.until')];
  return (
    <Part id="invited" title={t('agents.pending')}>
      <DataTable
        caption={t('agents.pending')}
        columns={[...columns, t('agents.actions')]}
        rows={invitations.map((it) => [...cellsOf(reader, it), <Actions reader={reader} invitation={it} />])}
        hasActions
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
    roleWord(reader, role),
    <>
      <Time at={sentAt} reader={reader} />
      <small>{reader.rich('agents.pending.by', { name: <bdi>{inviterName}</bdi> })}</small>
    </>,
    isOver ? reader.t('agents.pending.over') : dateOf(expiresAt, reader),
  ];
}

const Actions = ({ reader, invitation }: { reader: Reader; invitation: PendingInvitation }) => {
  const href = `${agentsHref}/invitations/${invitation.id}`;
  return (
    <div class="inline-actions">
      <Press action={href} label={reader.t('agents.pending.again')} of={invitation.email} />
      <a class="button quiet" href={`${href}/withdrawal`}>
        {reader.t('agents.pending.withdraw')}
        <span class="unseen"> {invitation.email}</span>
      </a>
    </div>
  );
};
