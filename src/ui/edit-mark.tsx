import type { Reader } from './reader.ts';
import { Time } from './time.tsx';

export interface EditMarkView {
  readonly seq: number;
  /** When its author last changed it; null: never. */
  readonly editedAt?: number | null | undefined;
  /** Where its author changes it. */
  readonly editHref?: string | undefined;
  /** Where agents read what it said before. */
  readonly versionsHref?: string | undefined;
}

/** In a message's head: that it once said something else, and the way to change it. Live updates replace it by its id. */
export const EditMark = ({ reader, mark }: { reader: Reader; mark: EditMarkView }) => {
  const { t, rich } = reader;
  const { seq, editedAt = null, editHref, versionsHref } = mark;
  const time = editedAt !== null && <Time at={editedAt} reader={reader} />;
  return (
    <span class="edited" id={`m${seq}-edited`}>
      {time && <span>{rich('edit.mark', { time })}</span>}
      {time && versionsHref && <a href={versionsHref}>{t('edit.versions')}</a>}
      {editHref && <a href={editHref}>{t('edit.link')}</a>}
    </span>
  );
};
