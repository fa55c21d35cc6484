import type { Account } from '#identity/accounts/change-account.ts';
import type { AccountDomain } from '#identity/accounts/list-domains.ts';
import type { PendingInvitation } from '#identity/invitations/invitation.ts';
import type { MembersPage } from '#identity/members/list-members.ts';
import type { AccessSettings } from '#identity/settings/access-rules.ts';
import { dateOf } from '#lib/times.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { AgentPage } from '../agent-page.tsx';
import { PendingInvitations } from '../pending-invitations.tsx';
import type { PlaceProps } from '../send-place.ts';
import { accountHref, type Said } from './account-address.ts';
import { DomainsPart } from './domains-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RequestsPart, type WaitingRequest } from './requests-part.tsx';
import { SaidNotice } from './said-notice.tsx';

interface AccountPageProps extends PlaceProps {
  readonly account: Account;
  readonly people: MembersPage;
  /** The first page of them. */
  readonly isFirst: boolean;
  readonly requests: readonly WaitingRequest[];
  readonly invitations: readonly PendingInvitation[];
  readonly domains: readonly AccountDomain[];
  readonly newcomers: AccessSettings['newcomers'];
  readonly mayChange: boolean;
  readonly said: Said | null;
}

export const AccountPage = (props: AccountPageProps) => {
  const { frame, actor, counts, account, mayChange } = props;
  const { reader } = frame;
  const { t } = reader;
  return (
    <AgentPage frame={frame} title={account.name} actor={actor} counts={counts} current="accounts">
      <PageHead title={account.name} back={{ href: '/accounts', label: t('accounts.title') }}>
        {mayChange && (
          <>
            <ButtonLink href={accountHref(account.id, '/edit')}>{t('accounts.edit.link')}</ButtonLink>
            <ButtonLink href={accountHref(account.id, '/people/new')} look="primary" icon="plus">
              {t('accounts.addPerson')}
            </ButtonLink>
          </>
        )}
      </PageHead>
      <SaidNotice reader={reader} said={props.said} />
      <div class="account-facts">
        <DefinitionList facts={factsOf(reader, account)} />
      </div>
      <RequestsPart reader={reader} accountId={account.id} requests={props.requests} mayChange={mayChange} />
      <PeoplePart reader={reader} account={account} people={props.people} isFirst={props.isFirst} />
      <PendingInvitations
        reader={reader}
        invitations={props.invitations}
        href={accountHref(account.id, '/invitations')}
        mayChange={mayChange}
      />
      <DomainsPart
        reader={reader}
        accountId={account.id}
        domains={props.domains}
        newcomers={props.newcomers}
        mayChange={mayChange}
      />
    </AgentPage>
  );
};

function factsOf(reader: Reader, account: Account) {
  const { t } = reader;
  return [
    {
      term: t('accounts.fact.id'),
      value: account.externalId === null ? t('accounts.fact.noId') : <bdi>{account.externalId}</bdi>,
    },
    {
      term: t('accounts.fact.sight'),
      value: t(account.membersSeeAll === 1 ? 'accounts.fact.sightAll' : 'accounts.fact.sightOwn'),
    },
    ...(account.tier === '' ? [] : [{ term: t('accounts.tier'), value: <bdi>{account.tier}</bdi> }]),
    { term: t('accounts.since'), value: dateOf(account.createdAt, reader) },
  ];
}
