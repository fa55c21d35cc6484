import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { SafeHtml } from '#lib/markdown.ts';
import { Answers, type AnswerView } from './answers.tsx';
import { Avatar, type Side } from './avatar.tsx';
import { EditMark } from './edit-mark.tsx';
import { MessageText, type MessageTextView } from './message-text.tsx';
import type { Reader } from './reader.ts';
import { Time } from './time.tsx';

export type MessageView = MessageTextView & {
  /** The place in the public order of the thread; its anchor is `#m17`. */
  seq: number;
  author: string;
  /** Where the author stands: *Acme team*, *Northwind*. */
  affiliation?: string | undefined;
  side: Side;
  at: number;
  /** Quoted history of a mail, folded away. */
  quotedHtml?: SafeHtml | undefined;
  /** To the form that it was sent with. */
  answers?: readonly AnswerView[] | undefined;
  /** By which door it came, where that is not the page. */
  via?: 'mail' | 'link' | undefined;
};

/** One public entry. `children`: what stands under it, such as the delivery of its mail. */
export const Message = ({ reader, message, children }: { reader: Reader; message: MessageView; children?: Child }) => {
  const title = `m${message.seq}-by`;
  const { filesPath = '/files' } = message;
  return (
    <li class="entry message" id={`m${message.seq}`} data-side={message.side} data-seq={message.seq} tabindex={-1}>
      <Avatar name={message.author} side={message.side} />
      <article class="bubble" aria-labelledby={title}>
        <header>
          <h2 id={title}>
            <bdi>{message.side === 'own' ? reader.t('request.you') : message.author}</bdi>
          </h2>
          {message.affiliation && (
            <span class="affiliation">
              <bdi>{message.affiliation}</bdi>
            </span>
          )}
          <span class="when">
            <Time at={message.at} reader={reader} />
            {message.via && <> {reader.t(message.via === 'mail' ? 'request.byMail' : 'request.byLink')}</>}
            <EditMark reader={reader} mark={message} />
          </span>
        </header>
        <MessageText reader={reader} text={message} />
        {message.answers && <Answers reader={reader} answers={message.answers} filesPath={filesPath} />}
        {message.quotedHtml && (
          <details class="quoted">
            <summary>{reader.t('request.quoted')}</summary>
            <div class="prose" dir="auto">
              {raw(message.quotedHtml)}
            </div>
          </details>
        )}
        {children}
      </article>
    </li>
  );
};
