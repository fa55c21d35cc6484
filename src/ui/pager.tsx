import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

/** Keyset pages: there is an older one, a newer one, and no number of pages. */
export const Pager = ({
  reader,
  newer,
  older,
}: {
  reader: Reader;
  newer?: string | undefined;
  older?: string | undefined;
}) =>
  newer || older ? (
    <nav class="pager" aria-label={reader.t('common.pages')}>
      {newer ? (
        <a class="button quiet" rel="prev" href={newer}>
          <Icon name="arrow-left" />
          {reader.t('common.newer')}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a class="button quiet" rel="next" href={older}>
          {reader.t('common.older')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  ) : null;
