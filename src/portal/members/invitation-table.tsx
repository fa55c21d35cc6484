import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';

/** Who is invited and has not come yet. */
export const InvitationTable = (props: { reader: Reader; invitations: readonly PendingInvitation[] }) => {
  const { reader, invitations } = props;
  const { t } = reader;
  return (
    <Part id="invited" title={t('invite.pending')}>
      <DataTable
        caption={t('invite.pending')}
        columns={[t('members.address'), t('members.role'), t('invite.sentAt'), t('members.actions')]}
        rows={invitations.map(({ id, email, role, sentAt, isOver, isUndelivered }) => [
          <>
            <bdi>{email}</bdi> {isOver && <span class="pill">{t('invite.over')}</span>}
            {isUndelivered && <small>{t('invitation.undelivered')}</small>}
          </>,
          t(role === 'admin' ? 'members.role.admin' : 'members.role.member'),
          <Time at={sentAt} reader={reader} />,
          <a href={`/members/invitations/${id}`} aria-label={t('members.manageWhom', { name: email })}>
            {t('members.manage')}
          </a>,
        ])}
        hasActions
      />
    </Part>
  );
};
