import type { Contact } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import type { Reader } from '#ui/reader.ts';
import { RequestList } from '#ui/request-list.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ContactPage } from '../contact-page.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { ListView } from './list-view.ts';
import type { Said } from './said.ts';
import { SaidNotice } from './said-notice.tsx';
import { ViewBar } from './view-bar.tsx';
import { WhomState } from './whom-state.tsx';

interface ListPageProps {
  frame: Frame;
  actor: Contact;
  list: ListView;
  said: Said | null;
}

/** Home: what the person asked, or the whole account for its admins. */
export const ListPage = ({ frame, actor, list, said }: ListPageProps) => {
  const { reader } = frame;
  const title =
    list.found === null ? list.title : reader.t('list.titleFound', { number: list.found, title: list.title });
  const parts = <ListParts frame={frame} list={list} />;
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="requests" live={list.updatesHref !== null}>
      <PageHead title={list.title}>
        {list.empty !== 'first' && (
          <ButtonLink href="/requests/new" look="primary" icon="plus">
            {reader.t('requests.new')}
          </ButtonLink>
        )}
      </PageHead>
      {said && <SaidNotice reader={reader} workspace={actor.accountName} said={said} views={list.views} />}
      {list.empty !== 'first' && (
        <>
          <ViewBar reader={reader} workspace={actor.accountName} views={list.views} />
          <FilterBar
            reader={reader}
            filter={list.filter}
            chips={list.chips}
            clearHref={list.clearHref}
            saveHref={list.views.saveHref}
          />
        </>
      )}
      {list.updatesHref === null ? (
        parts
      ) : (
        <live-list data-live="/live" data-updates={list.updatesHref}>
          {parts}
        </live-list>
      )}
    </ContactPage>
  );
};

/** What changes while somebody looks: each piece is replaced by its id. */
export const ListParts = ({ frame: { reader, brand }, list }: { frame: Frame; list: ListView }) => (
  <>
    <div id="request-tabs">
      {list.empty !== 'first' && list.tabs.length > 0 && (
        <Tabs reader={reader} label={reader.t('requests.tabs')} tabs={list.tabs} />
      )}
      {list.tabs.length === 0 && list.found !== null && list.empty === null && (
        <p class="list-found">{reader.t(list.isByTime ? 'list.foundNewest' : 'list.found', { number: list.found })}</p>
      )}
    </div>
    <div id="requests">
      {list.empty === null ? (
        <RequestList reader={reader} rows={list.rows} />
      ) : (
        <Empty reader={reader} brand={brand.name} list={list} />
      )}
      <Onwards reader={reader} list={list} />
      {list.empty !== 'first' && <Foot reader={reader} list={list} />}
    </div>
  </>
);

/** The next page; where the search for more ended early, that is said. */
const Onwards = ({ reader, list }: { reader: Reader; list: ListView }) => {
  const { t } = reader;
  const { newestHref, olderHref, isPartial, isInParts, isByTime, empty } = list;
  if (isPartial && empty !== null) return <Pager reader={reader} newest={newestHref} />;
  const older = isPartial ? t(isByTime ? 'list.further' : 'list.furtherOn') : isByTime ? undefined : t('list.next');
  return (
    <>
      {isPartial && <p class="hint list-partial">{t('list.partial.foot')}</p>}
      {isInParts && !isPartial && <p class="hint list-partial">{t('list.inParts.foot')}</p>}
      <Pager
        reader={reader}
        newest={newestHref}
        older={olderHref}
        newestLabel={isByTime ? undefined : t('list.first')}
        olderLabel={older}
      />
    </>
  );
};

const Foot = ({ reader: { t }, list: { range, exportQuery } }: { reader: Reader; list: ListView }) => (
  <div class="list-foot">
    {range && (
      <p>
        <span>
          {t(range.all ? 'requests.range.all' : range.byCreation ? 'list.range.created' : 'requests.range.year')}
        </span>{' '}
        <a href={range.otherHref}>{t(range.all ? 'requests.range.showYear' : 'requests.range.showAll')}</a>
      </p>
    )}
    {exportQuery !== null && (
      <form method="post" action="/requests.csv">
        <HiddenFields fields={{ query: exportQuery }} />
        <Button look="quiet" icon="arrow-down">
          {t('list.export')}
        </Button>
      </form>
    )}
  </div>
);

const Empty = ({ reader, brand, list }: { reader: Reader; brand: string; list: ListView }) => {
  const { t } = reader;
  const { empty, clearHref, olderHref, range, whom } = list;
  const isYear = range !== null && !range.all;
  switch (empty) {
    case null:
      return null;
    case 'first':
      return (
        <EmptyState
          icon="message"
          title={t('requests.empty.first.title')}
          text={t('requests.empty.first.text', { brand })}
        >
          <ButtonLink href="/requests/new" look="primary">
            {t('requests.empty.first.action')}
          </ButtonLink>
        </EmptyState>
      );
    case 'none':
      return (
        <EmptyState icon="search" title={t('list.none.title')} text={t(isYear ? 'list.none.year' : 'list.none.text')}>
          {isYear && <ButtonLink href={range.otherHref}>{t('requests.range.showAll')}</ButtonLink>}
          <ButtonLink href={clearHref} look={isYear ? 'quiet' : 'secondary'}>
            {t('list.clear')}
          </ButtonLink>
        </EmptyState>
      );
    case 'partial':
      return (
        <EmptyState icon="search" title={t('list.partial.title')} text={t('list.partial.text')}>
          {olderHref !== undefined && (
            <ButtonLink href={olderHref}>{t(list.isByTime ? 'list.further' : 'list.furtherOn')}</ButtonLink>
          )}
          <ButtonLink href={clearHref} look="quiet">
            {t('list.clear')}
          </ButtonLink>
        </EmptyState>
      );
    case 'whom':
      return whom && <WhomState reader={reader} whom={whom} />;
    case 'year':
      return (
        <EmptyState title={t('requests.empty.year.title')} text={t('requests.empty.year.text')}>
          {range && <ButtonLink href={range.otherHref}>{t('requests.range.showAll')}</ButtonLink>}
        </EmptyState>
      );
    default:
      return <EmptyState title={t(`requests.empty.${empty}.title`)} text={t(`requests.empty.${empty}.text`)} />;
  }
};
