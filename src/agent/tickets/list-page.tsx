import type { DeskListInput } from '#tickets/desk-list-page.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Frame } from '#ui/frame.ts';
import type { PersonView } from '#ui/person-menu.tsx';
import type { Reader } from '#ui/reader.ts';
import { type TicketRowView, TicketTable } from '#ui/ticket-table.tsx';
import { DeskShell, type ViewCounts } from '../desk-shell.tsx';
import { listHref, newsHref, type View } from './list-input.ts';
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
  /** The tenant has no customer yet: nobody could have asked. */
  isNew: boolean;
}

export const ListPage = (props: ListPageProps) => {
  const { frame, person, input, counts, rows, next, longestWait, madeAt } = props;
  const { reader } = frame;
  const { view } = input;
  const title = reader.t(`agent.view.${view}`);
  return (
    <DeskShell frame={frame} title={title} person={person} counts={counts} current={view} isList>
      <live-list data-live="/tickets/live" data-updates={newsHref(input, madeAt)}>
        <ListToolbar reader={reader} title={title} input={input} longestWait={longestWait} />
        <div class="news" role="status">
          <News reader={reader} count={0} href={listHref({ view })} />
        </div>
        {rows.length > 0 ? (
          <TicketTable reader={reader} label={title} rows={rows} />
        ) : (
          <NoTickets reader={reader} view={view} isNew={props.isNew} />
        )}
        <ListPager reader={reader} input={input} next={next} />
      </live-list>
    </DeskShell>
  );
};

/** A new tenant is led to the first step. */
const NoTickets = ({ reader: { t }, view, isNew }: { reader: Reader; view: View; isNew: boolean }) =>
  isNew ? (
    <EmptyState icon="people" title={t('accounts.empty.title')} text={t('accounts.emptyDesk.text')}>
      <ButtonLink href="/accounts" look="primary" icon="plus">
        {t('accounts.emptyDesk.do')}
      </ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState title={t(`agent.empty.${view}.title`)} text={t(`agent.empty.${view}.text`)} />
  );
