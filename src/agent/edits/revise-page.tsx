import type { SafeHtml } from '#lib/markdown.ts';
import { cleanText, lengthOf, longestMessage } from '#lib/text.ts';
import type { EditRefusal } from '#tickets/edits/edit-rules.ts';
import { EditComposer } from '#ui/edit-composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileList } from '#ui/file-list.tsx';
import type { FileView } from '#ui/file-view.ts';
import { FormDraft, type FormDraftProps } from '#ui/form-draft.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextArea } from '#ui/text-area.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';
import { draftDays } from '../tickets/draft-days.ts';

/** What stands in the box, and what is wrong with it, or why it can be saved no more. */
export interface Revision {
  readonly body: string;
  readonly fault?: string | undefined;
  readonly refusal?: EditRefusal | null;
  readonly preview?: SafeHtml | undefined;
}

interface RevisePageProps extends PlaceProps {
  readonly number: number;
  /** The ticket's page. */
  readonly href: string;
  readonly action: string;
  readonly formKey: string;
  readonly revision: Revision;
  readonly draft: Pick<FormDraftProps, 'person' | 'form' | 'fresh'>;
  /** They came with it, and stay. */
  readonly files: readonly FileView[];
}

/** An agent's own reply, a moment after it was sent. */
export const RevisePage = ({ number, href, action, formKey, revision, draft, files, ...place }: RevisePageProps) => {
  const { reader } = place.frame;
  const { t } = reader;
  const { body, fault, refusal, preview } = revision;
  const title = t('edit.title');
  const error = faultWords(reader, fault, body);
  return (
    <AgentPage {...place} title={title}>
      <PageHead title={title} back={{ href, label: `#${number}` }} />
      {refusal ? (
        <div class="blocks">
          <Notice tone="warning" focus>
            <p>{t(`edit.refused.${refusal}`)}</p>
          </Notice>
          <TextArea reader={reader} name="kept" label={t('kept.label')} value={body} required />
        </div>
      ) : (
        <div class="blocks">
          <ErrorSummary reader={reader} errors={error ? [{ field: 'body', message: error }] : []} />
          <p class="hint">{t('edit.agentWhat')}</p>
          <EditComposer {...{ reader, action, error, preview }} value={body} previewPath={action} cancelHref={href}>
            <input type="hidden" name="key" value={formKey} autocomplete="off" />
            <FormDraft reader={reader} {...draft} days={draftDays} edit />
          </EditComposer>
          {files.length > 0 && (
            <div>
              <p class="hint">{t('edit.filesStay')}</p>
              <FileList reader={reader} files={files} path="/files" />
            </div>
          )}
        </div>
      )}
    </AgentPage>
  );
};

function faultWords({ t }: Reader, fault: string | undefined, body: string): string | undefined {
  if (fault === undefined) return undefined;
  return fault === 'too_long'
    ? t('field.tooLong', { max: longestMessage, length: lengthOf(cleanText(body)) })
    : t('field.missing');
}
