import type { Account } from '#identity/accounts/change-account.ts';
import type { MembersPage } from '#identity/members/list-members.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { accountHref, personHref } from './account-address.ts';

type Member = MembersPage['members'][number];

interface PeoplePartProps {
  readonly reader: Reader;
  readonly account: Account;
  readonly people: MembersPage;
  /** The first page of them. */
  readonly isFirst: boolean;
}

/** Who may enter the account, and who may not any more. */
export const PeoplePart = ({ reader, account, people, isFirst }: PeoplePartProps) => {
  const { t } = reader;
  const { members, next } = people;
  // Admins stand first.
  const hasAdmin = !isFirst || members.some(({ role, isDisabled }) => role === 'admin' && !isDisabled);
  return (
    <Part id="people" title={t('accounts.part.people')}>
      {members.length === 0 ? (
        <p class="hint">{t('accounts.part.noPeople')}</p>
      ) : (
        <DataTable
          caption={t('accounts.part.people')}
          columns={[t('accounts.person'), t('accounts.role'), t('accounts.lastSeen')]}
          rows={members.map((member) => cellsOf(reader, member))}
        />
      )}
      {members.length > 0 && !hasAdmin && <p class="hint">{t('accounts.part.noAdmin')}</p>}
      {next !== null && (
        <p>
          <a class="button quiet" rel="next" href={`${accountHref(account.id)}?after=${next}#people`}>
            {t('accounts.morePeople')}
          </a>
        </p>
      )}
    </Part>
  );
};

function cellsOf(reader: Reader, { accountId, contactId, name, email, role, lastSeenAt, isDisabled }: Member) {
  return [
    <>
      <a href={personHref(accountId, contactId)}>
        <bdi>{name || email}</bdi>
      </a>
      {name !== '' && (
        <small>
          <bdi>{email}</bdi>
        </small>
      )}
    </>,
    isDisabled ? reader.t('accounts.disabled') : reader.t(`accounts.role.${role}`),
    lastSeenAt === null ? reader.t('accounts.never') : <Time at={lastSeenAt} reader={reader} />,
  ];
}
