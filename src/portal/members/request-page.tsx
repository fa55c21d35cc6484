import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Select } from '#ui/select.tsx';
import { Time } from '#ui/time.tsx';
import { ContactPage } from '../contact-page.tsx';
import type { Asking } from './request-table.tsx';

interface RequestPageProps {
  frame: Frame;
  actor: Contact;
  request: Asking;
  membersSeeAll: boolean;
}

/** Somebody asks to be let in: yes, as what, or no. */
export const RequestPage = ({ frame, actor, request, membersSeeAll }: RequestPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const title = t('joining.one', { email: request.email });
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="members" width="reading">
      <PageHead
        title={title}
        back={{ href: '/members', label: t('members.back') }}
        meta={
          <>
            {t('joining.asked')} <Time at={request.createdAt} reader={reader} />
          </>
        }
      />
      <form class="form" method="post" action={`/members/requests/${request.id}`}>
        <HiddenFields fields={{ workspace: actor.accountId }} />
        <p>{t('joining.why', { workspace: actor.accountName })}</p>
        <Select
          reader={reader}
          name="role"
          label={t('joining.role')}
          hint={`${t(membersSeeAll ? 'members.means.all' : 'members.means.own')} ${t('members.means.admin')}`}
          value="member"
          options={[
            { value: 'member', label: t('members.role.member') },
            { value: 'admin', label: t('members.role.admin') },
          ]}
          required
        />
        <p class="hint">{t('joining.refuseText')}</p>
        <div class="actions">
          <Button look="primary" name="decision" value="grant">
            {t('joining.grant')}
          </Button>
          <Button look="danger" name="decision" value="refuse">
            {t('joining.refuse')}
          </Button>
        </div>
      </form>
    </ContactPage>
  );
};
