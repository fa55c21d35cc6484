import { Composer, composerErrors } from '#ui/composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormDraft } from '#ui/form-draft.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { KeptWords } from '../forms/kept-words.tsx';
import type { LinkedReply, LinkedView } from './linked-view.ts';
import { SignInAs } from './sign-in-as.tsx';

interface ReplyByLinkProps {
  reader: Reader;
  linked: LinkedView;
  reply: LinkedReply;
}

/** The reply box of a link: to answer, and nothing else. */
export const ReplyByLink = ({ reader, linked: { base, thread, holder }, reply }: ReplyByLinkProps) => {
  const { t } = reader;
  const { category } = thread.status;
  if (category === 'closed') {
    return (
      <>
        <Notice tone={reply.body === '' ? 'info' : 'warning'} focus={reply.body !== ''}>
          <h2>{t('request.closed.title')}</h2>
          <p>{t(reply.body !== '' ? 'byLink.closedKept' : holder.isGuest ? 'byLink.closedGuest' : 'byLink.closed')}</p>
          {!holder.isGuest && <SignInAs reader={reader} holder={holder} number={thread.number} />}
        </Notice>
        <KeptWords reader={reader} words={reply.body} />
      </>
    );
  }
  return (
    <>
      {category === 'solved' && (
        <Notice tone="success">
          <p>{t('byLink.solved')}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={composerErrors(reader, reply)} />
      {reply.notice && (
        <Notice tone={reply.notice === 'reply.sent' ? 'success' : 'warning'} focus>
          <p>{t(reply.notice)}</p>
        </Notice>
      )}
      <Composer
        reader={reader}
        action={`${base}/messages`}
        previewPath={`${base}/preview`}
        label={t('reply.label')}
        submit={t('byLink.reply', { name: holder.name })}
        value={reply.body}
        error={reply.error}
        preview={reply.preview}
        files={reply.files}
      >
        <input type="hidden" name="key" value={reply.key} autocomplete="off" />
        <FormDraft reader={reader} person={holder.id} form={`reply/${thread.number}`} fresh={reply.body === ''} guest />
      </Composer>
    </>
  );
};
