import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import type { Contact } from '#lib/actor.ts';
import { exactTime } from '#lib/times.ts';
import { Button } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Time } from '#ui/time.tsx';
import { ContactPage } from '../contact-page.tsx';

interface InvitationPageProps {
  frame: Frame;
  actor: Contact;
  invitation: PendingInvitation;
  /** Why it could not be sent again. */
  refusal: string | null;
}

/** One invitation that waits: sent again, or taken back. */
export const InvitationPage = ({ frame, actor, invitation, refusal }: InvitationPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const { id, email, role, inviterName, sentAt, expiresAt, isOver } = invitation;
  const hidden = <HiddenFields fields={{ workspace: actor.accountId }} />;
  return (
    <ContactPage frame={frame} actor={actor} title={t('invite.one')} current="members" width="reading">
      <PageHead title={email} back={{ href: '/members', label: t('members.back') }} />
      <div class="blocks">
        {refusal !== null && (
          <Notice tone="warning" focus>
            <p>{refusal}</p>
          </Notice>
        )}
        {isOver && (
          <Notice>
            <p>{t('invite.overText')}</p>
          </Notice>
        )}
        <DefinitionList
          facts={[
            { term: t('members.role'), value: t(role === 'admin' ? 'members.role.admin' : 'members.role.member') },
            { term: t('invite.sentAt'), value: <Time at={sentAt} reader={reader} /> },
            ...(isOver ? [] : [{ term: t('invite.until'), value: exactTime(expiresAt, reader) }]),
            ...(inviterName === '' ? [] : [{ term: t('invite.by'), value: <bdi>{inviterName}</bdi> }]),
          ]}
        />
        <form class="form confirm" method="post" action={`/members/invitations/${id}/sending`}>
          {hidden}
          <p class="hint">{t('invite.againText')}</p>
          <div class="actions">
            <Button>{t('invite.again')}</Button>
          </div>
        </form>
        <form class="form confirm" method="post" action={`/members/invitations/${id}/withdrawal`}>
          {hidden}
          <p class="hint">{t('invite.withdrawText')}</p>
          <div class="actions">
            <Button look="danger">{t('invite.withdraw')}</Button>
          </div>
        </form>
      </div>
    </ContactPage>
  );
};
