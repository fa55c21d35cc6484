import { raw } from 'hono/html';
import type { SafeHtml } from '#lib/markdown.ts';
import { Avatar } from './avatar.tsx';
import { FileList } from './file-list.tsx';
import type { FileView } from './file-view.ts';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';
import { Time } from './time.tsx';

export type NoteView = { seq: number; author: string; at: number; html: SafeHtml; files?: readonly FileView[] };

/** An internal note: lock, words and tint say so. Agent pages only. */
export const NoteEntry = ({ reader, note }: { reader: Reader; note: NoteView }) => {
  const title = `e${note.seq}-by`;
  const kind = `e${note.seq}-kind`;
  return (
    <li class="entry note" id={`e${note.seq}`} data-seq={note.seq} tabindex={-1}>
      <Avatar name={note.author} side="team" />
      <article class="bubble" aria-labelledby={`${kind} ${title}`}>
        <p class="note-label">
          <Icon name="lock" />
          <b id={kind}>{reader.t('agent.note.label')}</b>
          <span>{reader.t('agent.note.onlyTeam')}</span>
        </p>
        <header>
          <h2 id={title}>
            <bdi>{note.author}</bdi>
          </h2>
          <span class="when">
            <Time at={note.at} reader={reader} />
          </span>
        </header>
        <div class="prose" dir="auto">
          {raw(note.html)}
        </div>
        <FileList reader={reader} files={note.files ?? []} path="/files" />
      </article>
    </li>
  );
};
