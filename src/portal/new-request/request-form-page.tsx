import { raw } from 'hono/html';
import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import { PreviewButton } from '#ui/composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { UploadKey } from '#ui/file-field.tsx';
import { FormDraft } from '#ui/form-draft.tsx';
import { FormSection } from '#ui/form-section.tsx';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { ContactPage } from '../contact-page.tsx';
import { HiddenKeys } from '../forms/hidden-keys.tsx';
import { FormNotice } from './form-notice.tsx';
import type { RequestFormView } from './form-view.ts';

interface RequestFormPageProps {
  frame: Frame;
  actor: Contact;
  form: RequestFormView;
}

/** The page of a new request, empty or come back with what was typed. */
export const RequestFormPage = ({ frame, actor, form }: RequestFormPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const title = form.name ?? t('newRequest.title');
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="new" width="reading">
      <PageHead
        title={form.name ?? t('newRequest.heading')}
        {...(form.name !== null && { back: { href: allForms(form), label: t('ask.allForms') } })}
      />
      {form.intro !== null && (
        <div class="prose form-intro" dir="auto">
          {raw(form.intro)}
        </div>
      )}
      <ErrorSummary reader={reader} errors={form.faults} />
      <FormNotice reader={reader} form={form} />
      {form.branching === null ? (
        <RequestForm {...{ reader, actor, form }} />
      ) : (
        <request-form
          data-branching={form.branching}
          data-optional={t('common.optional')}
          data-choose={t('fields.nothingChosen')}
          data-none={t('fields.chooseNone')}
          data-news={t('ask.news', { questions: '{questions}' })}
        >
          <RequestForm {...{ reader, actor, form }} />
        </request-form>
      )}
    </ContactPage>
  );
};

function allForms({ followUp }: RequestFormView): string {
  return followUp === null ? '/requests/new' : `/requests/new?follow_up=${followUp}`;
}

interface RequestFormProps {
  reader: Reader;
  actor: Contact;
  form: RequestFormView;
}

const RequestForm = ({ reader, actor, form }: RequestFormProps) => (
  <reply-box>
    <form
      class="form"
      method="post"
      action={form.action}
      enctype="multipart/form-data"
      novalidate={form.branching !== null}
    >
      <UploadKey uploads={form.files.uploads} />
      <HiddenKeys keys={form.keys} />
      <input type="hidden" name="form" value={form.tag} autocomplete="off" />
      <input type="hidden" name="shown" value={form.shown} autocomplete="off" />
      <FormDraft reader={reader} person={actor.id} {...form.draft} />
      {form.followUp !== null && (
        <>
          <input type="hidden" name="follow_up" value={form.followUp} autocomplete="off" />
          <p class="hint">
            {reader.rich('newRequest.followUpOf', {
              request: <a href={`/requests/${form.followUp}`}>#{form.followUp}</a>,
            })}
          </p>
        </>
      )}
      {form.sections.map((section) => (
        <FormSection {...{ reader, section, form }} />
      ))}
      {form.branching !== null && <p class="unseen" role="status" data-said />}
      <FormActions {...{ reader, actor, form }} />
    </form>
  </reply-box>
);

/** Script shows at once what comes up; without it, a step at a time (`data-when`: ui/styles/ask.css). */
const FormActions = ({ reader, actor, form }: RequestFormProps) => {
  const { t } = reader;
  return (
    <div class="actions">
      {form.isStep && (
        <Button look="primary" name="continue" value="1" formnovalidate data={{ 'data-when': 'plain' }}>
          {t('ask.continue')}
        </Button>
      )}
      <Button look="primary" {...(form.isStep && { data: { 'data-when': 'script' } })}>
        {t('newRequest.submit')}
      </Button>
      <PreviewButton reader={reader} path="/preview" />
      {actor.workspaces > 1 && (
        <span class="hint">{t('newRequest.asWorkspace', { workspace: actor.accountName })}</span>
      )}
    </div>
  );
};
