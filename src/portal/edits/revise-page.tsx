import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import type { EditRefusal } from '#tickets/edits/edit-rules.ts';
import { EditComposer } from '#ui/edit-composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormDraft } from '#ui/form-draft.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';
import { type FormKeys, HiddenKeys } from '../forms/hidden-keys.tsx';
import { KeptWords } from '../forms/kept-words.tsx';

interface RevisePageProps {
  frame: Frame;
  actor: Contact;
  number: number;
  /** The message's number. */
  entry: number;
  action: string;
  keys: FormKeys;
  body: string;
  /** It was typed before a session ended. */
  isKept: boolean;
  /** It is what the message says. */
  isFresh: boolean;
  error: string | undefined;
  preview: SafeHtml | undefined;
  /** Why it cannot be changed any more. */
  refusal: EditRefusal | null;
}

/** One's own message, a moment after it was sent. */
export const RevisePage = ({ frame, actor, number, keys, body, error, refusal, ...edit }: RevisePageProps) => {
  const { reader } = frame;
  const { action, entry, isKept, isFresh, preview } = edit;
  const { t } = reader;
  const back = { href: `/requests/${number}`, label: t('people.back') };
  const title = t('edit.title');
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="requests" width="reading">
      <PageHead title={title} back={back} meta={<span class="number">#{number}</span>} />
      {refusal ? (
        <div class="blocks">
          <Notice tone="warning" focus>
            <p>{t(`edit.refused.${refusal}`)}</p>
          </Notice>
          <KeptWords reader={reader} words={body} />
        </div>
      ) : (
        <div class="blocks">
          <ErrorSummary reader={reader} errors={error ? [{ field: 'body', message: error }] : []} />
          {isKept && (
            <Notice focus>
              <p>{t('edit.draftKept')}</p>
            </Notice>
          )}
          <p class="hint">{t('edit.what')}</p>
          <EditComposer
            reader={reader}
            action={action}
            value={body}
            error={error}
            previewPath={action}
            preview={preview}
            cancelHref={back.href}
          >
            <HiddenKeys keys={keys} />
            <FormDraft reader={reader} person={actor.id} form={`edit/${number}/${entry}`} fresh={isFresh} edit />
          </EditComposer>
        </div>
      )}
    </ContactPage>
  );
};
