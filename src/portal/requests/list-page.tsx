import type { Contact } from '#lib/actor.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import type { Reader } from '#ui/reader.ts';
import { RequestList } from '#ui/request-list.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ContactPage } from '../contact-page.tsx';
import type { Emptiness, ListView } from './list-view.ts';

/** Home: what the person asked, or the whole account for its admins. */
export const ListPage = ({ frame, actor, list }: { frame: Frame; actor: Contact; list: ListView }) => {
  const parts = <ListParts frame={frame} list={list} />;
  return (
    <ContactPage frame={frame} actor={actor} title={list.title} current="requests" live={list.updatesHref !== null}>
      <PageHead title={list.title}>
        {list.empty !== 'first' && (
          <ButtonLink href="/requests/new" look="primary" icon="plus">
            {frame.reader.t('requests.new')}
          </ButtonLink>
        )}
      </PageHead>
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
      {list.empty !== 'first' && <Tabs reader={reader} label={reader.t('requests.tabs')} tabs={list.tabs} />}
    </div>
    <div id="requests">
      {list.empty === null ? (
        <RequestList reader={reader} rows={list.rows} />
      ) : (
        <Empty reader={reader} brand={brand.name} why={list.empty} />
      )}
      <Pager reader={reader} newest={list.newestHref} older={list.olderHref} />
      {list.empty !== 'first' && <Range reader={reader} {...list.range} />}
    </div>
  </>
);

const Range = ({ reader: { t }, all, otherHref }: ListView['range'] & { reader: Reader }) => (
  <p class="list-foot">
    <span>{t(all ? 'requests.range.all' : 'requests.range.year')}</span>
    <a href={otherHref}>{t(all ? 'requests.range.showYear' : 'requests.range.showAll')}</a>
  </p>
);

const Empty = ({ reader: { t }, brand, why }: { reader: Reader; brand: string; why: Emptiness }) => {
  if (why === 'first') {
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
  }
  return <EmptyState title={t(`requests.empty.${why}.title`)} text={t(`requests.empty.${why}.text`)} />;
};
