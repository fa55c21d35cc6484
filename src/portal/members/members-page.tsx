import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import type { MembersPage as Members } from '#identity/members/list-members.ts';
import type { Contact } from '#lib/actor.ts';
import { ButtonLink } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';
import { historyPath } from '../history/history-path.ts';
import { InvitationTable } from './invitation-table.tsx';
import { MemberTable } from './member-table.tsx';
import { type Asking, RequestTable } from './request-table.tsx';

export interface MembersPageProps {
  frame: Frame;
  actor: Contact;
  page: Members;
  /** The pages after the first show people only. */
  isFirst: boolean;
  invitations: readonly PendingInvitation[];
  requests: readonly Asking[];
  /** What just happened. */
  said: string | null;
}

/** Who has access, who is invited, and who asks. */
export const MembersPage = ({ frame, actor, page, isFirst, invitations, requests, said }: MembersPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <ContactPage frame={frame} actor={actor} title={t('members.title')} current="members">
      <PageHead title={t('members.title')} meta={t('members.lede', { workspace: actor.accountName })}>
        {actor.viewedBy === null && <ButtonLink href={historyPath}>{t('members.history')}</ButtonLink>}
        <ButtonLink href="/members/invitations" look="primary" icon="plus">
          {t('members.invite')}
        </ButtonLink>
      </PageHead>
      {said !== null && (
        <Notice tone="success" focus>
          <p>{said}</p>
        </Notice>
      )}
      {isFirst && requests.length > 0 && <RequestTable reader={reader} requests={requests} />}
      <MemberTable reader={reader} page={page} you={actor.id} />
      {isFirst && invitations.length > 0 && <InvitationTable reader={reader} invitations={invitations} />}
    </ContactPage>
  );
};
