import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';

/** Somebody changed the form meanwhile: nothing is saved, and what was typed is still on the page. */
export const StaleNotice = ({ reader, isStale }: { reader: Reader; isStale: boolean }) =>
  isStale ? (
    <Notice tone="warning" focus>
      <p>{reader.t('formSettings.stale')}</p>
    </Notice>
  ) : null;
