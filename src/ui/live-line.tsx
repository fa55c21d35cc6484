import type { Reader } from './reader.ts';

/** Says when a page is not live. The words are there from the start; script shows one of them by `data-state`. */
export const LiveLine = ({ reader }: { reader: Reader }) => (
  <p
    class="live-line"
    role="status"
    data-live-line
    data-words-off={reader.t('live.off')}
    data-words-reconnecting={reader.t('live.reconnecting')}
    data-words-ended={reader.t('live.ended')}
    data-words-reload={reader.t('live.reload')}
    data-words-back={reader.t('live.backTo')}
  />
);
