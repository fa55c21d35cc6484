import type { DeskListInput } from '#tickets/desk-list-page.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Frame } from '#ui/frame.ts';
import type { PersonView } from '#ui/person-menu.tsx';
import { type TicketRowView, TicketTable } from '#ui/ticket-table.tsx';
import { DeskShell, type ViewCounts } from '../desk-shell.tsx';
import { listHref, newsHref } from './list-input.ts';
import { ListPager } from './list-pager.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import type { LongestWaitView } from './list-views.ts';
import { News } from './news.tsx';

interface ListPageProps {
  frame: Frame;
  person: PersonView;
  input: DeskListInput;
  counts: ViewCounts;
  rows: readonly TicketRowView[];
  /** Cursor of the next page. */
  next: string | null;
  longestWait: LongestWaitView | null;
  /** When the list was read (ms): what changes later is news. */
  madeAt: number;
}

export const ListPage = ({ frame, person, input, counts, rows, next, longestWait, madeAt }: ListPageProps) => {
  const { reader } = frame;
  const { view } = input;
  const title = reader.t(`agent.view.${view}`);
  return (
    <DeskShell frame={frame} title={title} person={person} counts={counts} current={view}>
      <live-list data-live="/tickets/live" data-updates={newsHref(input, madeAt)}>
        <ListToolbar reader={reader} title={title} input={input} longestWait={longestWait} />
        <div class="news" role="status">
          <News reader={reader} count={0} href={listHref({ view })} />
        </div>
        {rows.length > 0 ? (
          <TicketTable reader={reader} label={title} rows={rows} />
        ) : (
          <EmptyState title={reader.t(`agent.empty.${view}.title`)} text={reader.t(`agent.empty.${view}.text`)} />
        )}
        <ListPager reader={reader} input={input} next={next} />
      </live-list>
    </DeskShell>
  );
};
