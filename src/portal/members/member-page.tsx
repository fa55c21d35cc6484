import type { Member } from '#identity/members/member.ts';
import type { Contact } from '#lib/actor.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Time } from '#ui/time.tsx';
import { ContactPage } from '../contact-page.tsx';
import { LastSeen } from './member-table.tsx';
import { calledOf, givenRole } from './member-view.ts';

interface MemberPageProps {
  frame: Frame;
  actor: Contact;
  member: Member & { readonly isLastAdmin: boolean };
  membersSeeAll: boolean;
}

/** One person: their role, and what can be done about it. */
export const MemberPage = ({ frame, actor, member, membersSeeAll }: MemberPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const [called, role, isYou] = [calledOf(member), givenRole(member.role), member.contactId === actor.id];
  const means = role === 'admin' ? 'admin' : membersSeeAll ? 'all' : 'own';
  return (
    <ContactPage frame={frame} actor={actor} title={called} current="members" width="reading">
      <PageHead title={called} back={{ href: '/members', label: t('members.back') }} />
      <div class="blocks">
        <DefinitionList
          facts={[
            { term: t('members.address'), value: <bdi class="address">{member.email}</bdi> },
            {
              term: t('members.role'),
              value: (
                <>
                  {t(`members.role.${role}`)}. {t(`members.means.${means}`)}
                </>
              ),
            },
            { term: t('members.lastSeen'), value: <LastSeen reader={reader} at={member.lastSeenAt} /> },
            { term: t('members.since'), value: <Time at={member.createdAt} reader={reader} /> },
          ]}
        />
        {member.isLastAdmin ? (
          <Notice>
            <p>{isYou ? t('members.last.you') : t('members.last.other', { name: called })}</p>
          </Notice>
        ) : (
          <div class="actions">
            <ButtonLink href={`/members/${member.contactId}/role`}>
              {t(role === 'admin' ? 'members.makeMember' : 'members.makeAdmin')}
            </ButtonLink>
            <ButtonLink href={`/members/${member.contactId}/removal`} look="danger">
              {t(isYou ? 'members.leave' : 'members.remove')}
            </ButtonLink>
          </div>
        )}
      </div>
    </ContactPage>
  );
};
