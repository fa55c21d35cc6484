import type { Reader } from '#ui/reader.ts';

/** What came since the list was made, in words above it: nothing moves under the pointer. */
export const News = ({
  reader,
  count,
  more,
  href,
}: {
  reader: Reader;
  count: number;
  more?: boolean;
  href: string;
}) => (
  <div id="news">
    {count > 0 && (
      <a class="announce" href={href}>
        {more ? reader.t('agent.list.newMany', { count }) : reader.t('agent.list.new', { count })}
      </a>
    )}
  </div>
);
