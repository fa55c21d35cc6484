import type { AccountPage, AccountRow } from '#identity/accounts/list-accounts.ts';
import { manages } from '#lib/rights.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { Time } from '#ui/time.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';
import { accountHref } from './account-address.ts';

interface AccountsPageProps extends PlaceProps {
  readonly page: AccountPage;
  readonly search: string;
  readonly isFirst: boolean;
}

export const AccountsPage = ({ frame, actor, counts, page, search, isFirst }: AccountsPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const isEmpty = page.items.length === 0;
  const isNew = isEmpty && search === '' && isFirst;
  const mayAdd = manages(actor.role);
  return (
    <AgentPage frame={frame} title={t('accounts.title')} actor={actor} counts={counts} current="accounts">
      <PageHead title={t('accounts.title')}>
        {mayAdd && !isNew && (
          <ButtonLink href="/accounts/new" look="primary" icon="plus">
            {t('accounts.add')}
          </ButtonLink>
        )}
      </PageHead>
      {!isNew && <Find reader={reader} search={search} />}
      {isEmpty ? (
        <EmptyState icon="people" title={t(titleOf(isNew))} text={t(textOf(isNew))}>
          {isNew && mayAdd && (
            <ButtonLink href="/accounts/new" look="primary" icon="plus">
              {t('accounts.add')}
            </ButtonLink>
          )}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('accounts.title')}
          columns={columnsOf(reader)}
          rows={page.items.map((row) => cellsOf(reader, row))}
        />
      )}
      <NextPages reader={reader} search={search} isFirst={isFirst} next={page.next} />
    </AgentPage>
  );
};

const titleOf = (isNew: boolean) => (isNew ? 'accounts.empty.title' : 'accounts.noneFound.title');
const textOf = (isNew: boolean) => (isNew ? 'accounts.empty.text' : 'accounts.noneFound.text');

const Find = ({ reader, search }: { reader: Reader; search: string }) => (
  <search>
    <form class="find" method="get" action="/accounts">
      <TextField
        reader={reader}
        type="search"
        name="q"
        label={reader.t('accounts.search')}
        value={search}
        maxlength={100}
        required
      />
      <Button icon="search">{reader.t('accounts.searchDo')}</Button>
      {search !== '' && (
        <ButtonLink href="/accounts" look="quiet">
          {reader.t('accounts.searchClear')}
        </ButtonLink>
      )}
    </form>
  </search>
);

function columnsOf({ t }: Reader): readonly string[] {
  return [t('accounts.name'), t('accounts.people'), t('accounts.openTickets'), t('accounts.newest')];
}

function cellsOf(reader: Reader, row: AccountRow) {
  const { n, more } = row.people;
  return [
    <>
      <a href={accountHref(row.id)}>
        <bdi>{row.name}</bdi>
      </a>
      {row.externalId !== null && (
        <small>
          <bdi>{row.externalId}</bdi>
        </small>
      )}
    </>,
    more ? reader.t('accounts.many', { count: n }) : String(n),
    String(row.openRequests),
    row.newestActivityAt === null ? (
      reader.t('accounts.noActivity')
    ) : (
      <Time at={row.newestActivityAt} reader={reader} />
    ),
  ];
}

const NextPages = (props: { reader: Reader; search: string; isFirst: boolean; next: string | null }) => {
  const { isFirst, next, search, reader } = props;
  if (isFirst && next === null) return null;
  return (
    <nav class="pager" aria-label={reader.t('common.pages')}>
      {isFirst ? (
        <span />
      ) : (
        <a class="button quiet" rel="start" href={listHref(search, null)}>
          <Icon name="arrow-left" />
          {reader.t('accounts.firstPage')}
        </a>
      )}
      {next !== null && (
        <a class="button quiet" rel="next" href={listHref(search, next)}>
          {reader.t('accounts.nextPage')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
};

function listHref(search: string, after: string | null): string {
  const params = new URLSearchParams({ ...(search && { q: search }), ...(after && { after }) });
  return params.size > 0 ? `/accounts?${params}` : '/accounts';
}
