import { raw } from 'hono/html';
import type { SafeHtml } from '#lib/markdown.ts';
import { EditMark, type EditMarkView } from './edit-mark.tsx';
import { FileList } from './file-list.tsx';
import type { FileView } from './file-view.ts';
import type { Reader } from './reader.ts';

export interface MessageTextView extends EditMarkView {
  readonly html: SafeHtml;
  /** Those that stand in no place of the text. */
  readonly files?: readonly FileView[] | undefined;
  /** Where they are fetched; `/files` where it is left out. */
  readonly filesPath?: string | undefined;
}

type MessageTextProps = { reader: Reader; text: MessageTextView };

/** What a message says and brings along. Live updates replace it by its id. */
export const MessageText = ({ reader, text: { seq, html, files = [], filesPath = '/files' } }: MessageTextProps) => (
  <div id={`m${seq}-text`}>
    <div class="prose" dir="auto">
      {raw(html)}
    </div>
    <FileList reader={reader} files={files} path={filesPath} />
  </div>
);

/** What a message says now, for pages that show what it said before: both pieces of it that an edit changes. */
export const EditedText = ({ reader, text }: MessageTextProps) => (
  <>
    <EditMark reader={reader} mark={text} />
    <MessageText reader={reader} text={text} />
  </>
);
