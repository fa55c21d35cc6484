import type { DeskListInput } from '#tickets/desk-list-page.ts';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { listHref } from './list-input.ts';

/** Onwards, and back to the first page: a list in motion has no page numbers. */
export const ListPager = (props: { reader: Reader; input: DeskListInput; next: string | null }) => {
  const { view, sort, direction, behind } = props.input;
  const { t } = props.reader;
  if (!behind && !props.next) return null;
  return (
    <nav class="pager" aria-label={t('common.pages')}>
      {behind ? (
        <a class="button quiet" href={listHref({ view, sort, direction })}>
          <Icon name="arrow-left" />
          {t('agent.list.firstPage')}
        </a>
      ) : (
        <span />
      )}
      {props.next && (
        <a class="button quiet" rel="next" href={listHref({ view, sort, direction, behind: props.next })}>
          {t('agent.list.nextPage')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
};
