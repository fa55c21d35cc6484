import { lengthOfTime } from '#lib/times.ts';
import type { DeskListInput } from '#tickets/desk-list-page.ts';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { SearchBox } from '../search-box.tsx';
import { listHref, sorts, usualDirection } from './list-input.ts';
import type { LongestWaitView } from './list-views.ts';

interface ListToolbarProps {
  reader: Reader;
  title: string;
  input: DeskListInput;
  longestWait: LongestWaitView | null;
}

export const ListToolbar = ({ reader, title, input, longestWait }: ListToolbarProps) => (
  <div class="toolbar">
    <h1>{title}</h1>
    {longestWait && <LongestWait reader={reader} wait={longestWait} />}
    <SearchBox action="/tickets" label={reader.t('search.tickets')} />
    <nav class="sort" aria-label={reader.t('agent.list.sort')}>
      {sorts.map((sort) => (
        <SortLink reader={reader} sort={sort} input={input} />
      ))}
    </nav>
  </div>
);

const LongestWait = ({ reader, wait }: { reader: Reader; wait: LongestWaitView }) => (
  <p class="longest">
    <Icon name="clock" />
    <span>
      {reader.rich('agent.list.longest', {
        ticket: (
          <a href={wait.href}>
            {wait.number} <bdi>{wait.subject}</bdi>
          </a>
        ),
        time: <b>{lengthOfTime(reader.now - wait.since, reader.locale)}</b>,
      })}
    </span>
  </p>
);

/** The sort in use turns its direction round; the other one begins at its usual end. */
const SortLink = ({ reader, sort, input }: { reader: Reader; sort: DeskListInput['sort']; input: DeskListInput }) => {
  const current = sort === input.sort;
  const turned = input.direction === 'asc' ? 'desc' : 'asc';
  const direction = current ? turned : usualDirection[sort];
  const order = current ? input.direction : direction;
  return (
    <a href={listHref({ view: input.view, sort, direction })} aria-current={current ? 'true' : undefined}>
      {reader.t(`agent.list.sort.${sort}`)}
      {current && (
        <span>
          <span aria-hidden="true">{order === 'asc' ? '\u00a0↑' : '\u00a0↓'}</span>
          <span class="unseen">, {reader.t(`agent.list.order.${order}`)}</span>
        </span>
      )}
    </a>
  );
};
