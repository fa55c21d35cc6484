import type { SafeHtml } from '#lib/markdown.ts';
import { Button } from '#ui/button.tsx';
import { Composer, type ComposerFiles, composerErrors } from '#ui/composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormDraft } from '#ui/form-draft.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextArea } from '#ui/text-area.tsx';
import { type FormKeys, HiddenKeys } from '../forms/hidden-keys.tsx';
import type { ThreadView } from './thread-view.ts';

export interface ReplyView {
  readonly keys: FormKeys;
  readonly body: string;
  readonly error?: string | undefined;
  readonly preview?: SafeHtml | undefined;
  readonly files: ComposerFiles;
  /** What to know first: the words are kept from before, or were sent already. */
  readonly notice: 'reply.draftKept' | 'reply.alreadySent' | null;
}

interface ReplyPartProps {
  reader: Reader;
  thread: ThreadView;
  reply: ReplyView;
  /** The id of whoever writes. */
  person: string;
}

/** The reply box; under a closed request only what was written for it, as a follow-up. */
export const ReplyPart = ({ reader, thread, reply, person }: ReplyPartProps) => {
  const { t } = reader;
  if (thread.status.category === 'closed') {
    return reply.body === '' ? null : <FollowUp {...{ reader, thread, reply }} />;
  }
  return (
    <>
      <ErrorSummary reader={reader} errors={composerErrors(reader, reply)} />
      {reply.notice && (
        <Notice tone={reply.notice === 'reply.alreadySent' ? 'warning' : 'info'} focus>
          <p>{t(reply.notice)}</p>
        </Notice>
      )}
      <Composer
        reader={reader}
        action={`/requests/${thread.number}/messages`}
        previewPath="/preview"
        label={t('reply.label')}
        submit={t('reply.send')}
        value={reply.body}
        error={reply.error}
        preview={reply.preview}
        files={reply.files}
      >
        <HiddenKeys keys={reply.keys} />
        <FormDraft {...{ reader, person }} form={`reply/${thread.number}`} fresh={reply.body === ''} />
      </Composer>
    </>
  );
};

/** Words for a request that was closed meanwhile go on in a new one. */
const FollowUp = ({ reader, thread, reply }: Omit<ReplyPartProps, 'person'>) => (
  <>
    <Notice tone="warning" focus>
      <p>{reader.t('request.closed.kept')}</p>
    </Notice>
    <form class="form" method="post" action="/requests/new">
      <HiddenKeys keys={reply.keys} />
      <input type="hidden" name="follow_up" value={thread.number} autocomplete="off" />
      <input type="hidden" name="subject" value={thread.subject} autocomplete="off" />
      <TextArea reader={reader} name="body" label={reader.t('kept.label')} value={reply.body} required />
      <div class="actions">
        <Button look="primary">{reader.t('request.followUpSend')}</Button>
      </div>
    </form>
  </>
);
