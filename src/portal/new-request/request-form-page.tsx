import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import { Button } from '#ui/button.tsx';
import { Preview, PreviewButton } from '#ui/composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { type Option, Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ContactPage } from '../contact-page.tsx';
import { type FormKeys, HiddenKeys } from '../forms/hidden-keys.tsx';
import type { RequestFaults } from './request-form.ts';

export interface RequestFormView {
  /** Where it is sent: the page's own path. */
  action: string;
  keys: FormKeys;
  subject: string;
  body: string;
  priority: string;
  priorities: readonly Option[];
  /** Number of the request that this one follows. */
  followUp: number | null;
  /** Why the form is not empty: kept from before, or its key was used for other words. */
  notice: 'reply.draftKept' | 'reply.alreadySent' | null;
  faults: RequestFaults;
  preview?: SafeHtml | undefined;
}

/** The page of a new request, empty or come back with what was typed. */
export const RequestFormPage = ({ frame, actor, form }: { frame: Frame; actor: Contact; form: RequestFormView }) => {
  const { reader } = frame;
  const { t } = reader;
  const faults = (['subject', 'body', 'priority'] as const).flatMap((field) => {
    const message = form.faults[field];
    return message ? [{ field, message: t('field.named', { field: t(`newRequest.${field}`), message }) }] : [];
  });
  return (
    <ContactPage frame={frame} actor={actor} title={t('newRequest.title')} current="new" width="reading">
      <PageHead title={t('newRequest.heading')} />
      <ErrorSummary reader={reader} errors={faults} />
      {form.notice && (
        <Notice tone={form.notice === 'reply.alreadySent' ? 'warning' : 'info'} focus>
          <p>{t(form.notice)}</p>
        </Notice>
      )}
      <reply-box>
        <form class="form" method="post" action={form.action}>
          <HiddenKeys keys={form.keys} />
          {form.followUp !== null && <input type="hidden" name="follow_up" value={form.followUp} autocomplete="off" />}
          <Controls {...{ frame, form }} />
          <div class="actions">
            <Button look="primary">{t('newRequest.submit')}</Button>
            <PreviewButton reader={reader} path="/preview" />
            {actor.workspaces > 1 && (
              <span class="hint">{t('newRequest.asWorkspace', { workspace: actor.accountName })}</span>
            )}
          </div>
        </form>
      </reply-box>
    </ContactPage>
  );
};

const Controls = ({ frame: { reader }, form }: { frame: Frame; form: RequestFormView }) => {
  const { t, rich } = reader;
  return (
    <>
      {form.followUp !== null && (
        <p class="hint">
          {rich('newRequest.followUpOf', { request: <a href={`/requests/${form.followUp}`}>#{form.followUp}</a> })}
        </p>
      )}
      <TextField
        reader={reader}
        name="subject"
        label={t('newRequest.subject')}
        hint={t('newRequest.subjectHint')}
        value={form.subject}
        error={form.faults.subject}
        required
      />
      <TextArea
        reader={reader}
        name="body"
        label={t('newRequest.body')}
        hint={t('newRequest.bodyHint')}
        value={form.body}
        error={form.faults.body}
        rows={8}
        required
      />
      <Preview reader={reader} html={form.preview} />
      <Select
        reader={reader}
        name="priority"
        label={t('newRequest.priority')}
        value={form.priority}
        error={form.faults.priority}
        options={form.priorities}
        required
      />
    </>
  );
};
