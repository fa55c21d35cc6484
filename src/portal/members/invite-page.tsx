import type { Contact } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { ContactPage } from '../contact-page.tsx';
import { type GivenRole, mostInvited } from './member-view.ts';

export interface InvitePageProps {
  frame: Frame;
  actor: Contact;
  membersSeeAll: boolean;
  /** What stays in the box. */
  emails: string;
  role: GivenRole;
  /** One for each address that could not be invited. */
  faults: readonly string[];
  /** Who was. */
  sentTo: readonly string[];
}

/** Asks people in, by their addresses. */
export const InvitePage = ({ frame, actor, membersSeeAll, emails, role, faults, sentTo }: InvitePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const errors = faults.map((message) => ({ field: 'emails', message }));
  return (
    <ContactPage frame={frame} actor={actor} title={t('invite.title')} current="members" width="reading">
      <PageHead
        title={t('invite.title')}
        back={{ href: '/members', label: t('members.back') }}
        meta={t('invite.lede', { workspace: actor.accountName })}
      />
      <div class="blocks">
        {sentTo.length > 0 && (
          <Notice tone="success">
            <p>{t('invite.sentTo', { emails: sentTo.join(', ') })}</p>
          </Notice>
        )}
        <ErrorSummary reader={reader} errors={errors} />
        <form class="form" method="post" action="/members/invitations">
          <HiddenFields fields={{ workspace: actor.accountId }} />
          <TextArea
            reader={reader}
            name="emails"
            label={t('invite.emails')}
            hint={t('invite.emailsHint', { most: mostInvited })}
            error={faults.length > 0 ? faults.join(' ') : undefined}
            value={emails}
            rows={4}
            required
          />
          <Select
            reader={reader}
            name="role"
            label={t('invite.role')}
            hint={`${t(membersSeeAll ? 'members.means.all' : 'members.means.own')} ${t('members.means.admin')}`}
            value={role}
            options={[
              { value: 'member', label: t('members.role.member') },
              { value: 'admin', label: t('members.role.admin') },
            ]}
            required
          />
          <div class="actions">
            <Button look="primary">{t('invite.submit')}</Button>
            <ButtonLink href="/members">{t('common.cancel')}</ButtonLink>
          </div>
        </form>
      </div>
    </ContactPage>
  );
};
