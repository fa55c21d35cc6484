import type { MembersPage } from '#identity/members/list-members.ts';
import type { Member } from '#identity/members/member.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { calledOf, givenRole } from './member-view.ts';

/** Who has access, fifty at a time. */
export const MemberTable = ({ reader, page, you }: { reader: Reader; page: MembersPage; you: string }) => {
  const { t } = reader;
  const columns = [t('members.name'), t('members.role'), t('members.lastSeen'), t('members.actions')];
  return (
    <Part id="access" title={t('members.access')}>
      <DataTable
        caption={t('members.access')}
        columns={columns}
        rows={page.members.map((member) => [
          <PersonCell reader={reader} member={member} isYou={member.contactId === you} />,
          t(`members.role.${givenRole(member.role)}`),
          <LastSeen reader={reader} at={member.lastSeenAt} />,
          <a href={`/members/${member.contactId}`} aria-label={t('members.manageWhom', { name: calledOf(member) })}>
            {t('members.manage')}
          </a>,
        ])}
        hasActions
      />
      {page.next !== null && (
        <p>
          <a href={`/members?after=${page.next}`}>{t('members.more')}</a>
        </p>
      )}
    </Part>
  );
};

const PersonCell = ({ reader: { t }, member, isYou }: { reader: Reader; member: Member; isYou: boolean }) => (
  <>
    <bdi>{calledOf(member)}</bdi> {isYou && <span class="pill">{t('members.you')}</span>}
    {member.isDisabled && <span class="pill">{t('members.disabled')}</span>}
    {member.name !== '' && <small>{member.email}</small>}
  </>
);

/** When somebody last used this workspace. */
export const LastSeen = ({ reader, at }: { reader: Reader; at: number | null }) =>
  at === null ? <span>{reader.t('members.neverSeen')}</span> : <Time at={at} reader={reader} />;
