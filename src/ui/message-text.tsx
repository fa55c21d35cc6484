import { raw } from 'hono/html';
import type { SafeHtml } from '#lib/markdown.ts';
import { FileList } from './file-list.tsx';
import type { FileView } from './file-view.ts';
import type { Reader } from './reader.ts';
import { Time } from './time.tsx';

export interface MessageTextView {
  readonly seq: number;
  readonly html: SafeHtml;
  /** Those that stand in no place of the text. */
  readonly files?: readonly FileView[] | undefined;
  /** Where they are fetched; `/files` where it is left out. */
  readonly filesPath?: string | undefined;
  /** When its author last changed it; null: never. */
  readonly editedAt?: number | null | undefined;
  /** Where its author changes it. */
  readonly editHref?: string | undefined;
  /** Where agents read what it said before. */
  readonly versionsHref?: string | undefined;
}

/** What a message says and brings along, and that it once said something else. Live updates replace it by its id. */
export const MessageText = ({ reader, text }: { reader: Reader; text: MessageTextView }) => {
  const { t, rich } = reader;
  const { seq, html, files = [], filesPath = '/files', editedAt = null, editHref, versionsHref } = text;
  return (
    <div id={`m${seq}-text`} data-edited={editedAt ?? undefined}>
      <div class="prose" dir="auto">
        {raw(html)}
      </div>
      <FileList reader={reader} files={files} path={filesPath} />
      {(editedAt !== null || editHref) && (
        <p class="edited">
          {editedAt !== null && <span>{rich('edit.mark', { time: <Time at={editedAt} reader={reader} /> })}</span>}
          {editedAt !== null && versionsHref && <a href={versionsHref}>{t('edit.versions')}</a>}
          {editHref && <a href={editHref}>{t('edit.link')}</a>}
        </p>
      )}
    </div>
  );
};
