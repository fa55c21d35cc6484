import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

type PagerProps = {
  reader: Reader;
  newest?: string | undefined;
  older?: string | undefined;
  /** Where the order is another than the newest first. */
  newestLabel?: string | undefined;
  olderLabel?: string | undefined;
};

/** Keyset pages: on to what is older, back to the newest; there is no number of pages. */
export const Pager = ({ reader, newest, older, newestLabel, olderLabel }: PagerProps) =>
  newest || older ? (
    <nav class="pager" aria-label={reader.t('common.pages')}>
      {newest ? (
        <a class="button quiet" rel="start" href={newest}>
          <Icon name="arrow-left" />
          {newestLabel ?? reader.t('common.newest')}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a class="button quiet" rel="next" href={older}>
          {olderLabel ?? reader.t('common.older')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  ) : null;
