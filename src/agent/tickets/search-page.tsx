import type { Frame } from '#ui/frame.ts';
import { MarkedText } from '#ui/marked-text.tsx';
import { Pager } from '#ui/pager.tsx';
import type { PersonView } from '#ui/person-menu.tsx';
import type { Reader } from '#ui/reader.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { DeskShell, type ViewCounts } from '../desk-shell.tsx';
import { SearchBox } from '../search-box.tsx';
import { NothingFound } from './nothing-found.tsx';
import { type HitView, searchHref } from './search-view.ts';

interface SearchPageProps {
  frame: Frame;
  person: PersonView;
  counts: ViewCounts;
  words: string;
  hits: readonly HitView[];
  /** The ticket of the number that was typed. */
  numbered: { readonly number: number; readonly subject: string; readonly href: string } | null;
  /** From where to go on; null: nothing older matches. */
  before: number | null;
  /** There is more than was looked at. */
  isPartial: boolean;
  isFirst: boolean;
}

/** What was found of the words in the tenant's tickets, newest first. */
export const SearchPage = ({ frame, person, counts, words, hits, numbered, ...rest }: SearchPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const { before, isPartial, isFirst } = rest;
  return (
    <DeskShell frame={frame} title={t('search.title', { words })} person={person} counts={counts} isList>
      <div class="toolbar">
        <h1 class="unseen">{t('search.title', { words })}</h1>
        <SearchBox action="/tickets" label={t('search.tickets')} words={words} />
        {hits.length > 0 && <p class="search-said">{t('search.found')}</p>}
      </div>
      {numbered && (
        <p class="numbered" data-row={numbered.number}>
          <a href={numbered.href}>
            {reader.rich('search.numbered', {
              number: String(numbered.number),
              subject: <bdi>{numbered.subject}</bdi>,
            })}
          </a>
        </p>
      )}
      {hits.length > 0 ? (
        <ol class="hits" data-list>
          {hits.map((hit) => (
            <Hit reader={reader} hit={hit} />
          ))}
        </ol>
      ) : (
        !numbered && <NothingFound reader={reader} isPartial={isPartial} />
      )}
      <Pager
        reader={reader}
        newest={isFirst ? undefined : searchHref(words)}
        newestLabel={t('search.first')}
        older={before === null ? undefined : searchHref(words, before)}
        olderLabel={isPartial ? t('search.further') : undefined}
      />
    </DeskShell>
  );
};

const Hit = ({ reader, hit }: { reader: Reader; hit: HitView }) => (
  <li data-row={hit.number}>
    <div class="hit-head">
      <a href={hit.href}>
        <span class="number">{hit.number}</span> <MarkedText parts={hit.subject} />
      </a>
      <StatusBadge {...hit.status} />
    </div>
    {hit.text && (
      <p class={hit.text.isNote ? 'snippet of-note' : 'snippet'}>
        {hit.text.where && (
          <b class="where">
            <bdi>{hit.text.where}</bdi>
          </b>
        )}
        <MarkedText parts={hit.text.parts} />
      </p>
    )}
    <p class="hit-foot">
      <bdi>{hit.requester}</bdi>
      <bdi>{hit.account}</bdi>
      <Time at={hit.activityAt} reader={reader} />
    </p>
  </li>
);
