import { raw } from 'hono/html';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormSection } from '#ui/form-section.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import type { PreviewView } from './preview-view.ts';

interface PreviewFormProps {
  reader: Reader;
  view: PreviewView;
  action: string;
}

/** The form of the portal, by the same pieces and the same script; what is sent is looked at and dropped. */
export const PreviewForm = ({ reader, view, action }: PreviewFormProps) => {
  const { t } = reader;
  return (
    <>
      <PageHead title={view.name} />
      {view.intro !== null && (
        <div class="prose form-intro" dir="auto">
          {raw(view.intro)}
        </div>
      )}
      <ErrorSummary reader={reader} errors={view.faults} />
      {view.branching === null ? (
        <Questions {...{ reader, view, action }} />
      ) : (
        <request-form
          data-branching={view.branching}
          data-optional={t('common.optional')}
          data-choose={t('fields.nothingChosen')}
          data-none={t('fields.chooseNone')}
          data-news={t('ask.news', { questions: '{questions}' })}
        >
          <Questions {...{ reader, view, action }} />
        </request-form>
      )}
    </>
  );
};

const Questions = ({ reader, view, action }: PreviewFormProps) => {
  const { t } = reader;
  return (
    <form class="form" method="post" action={action} autocomplete="off">
      <input type="hidden" name="shown" value={view.shown} autocomplete="off" />
      {view.sections.map((section) => (
        <FormSection reader={reader} section={section} form={{ people: [], preview: undefined }} />
      ))}
      {view.branching !== null && <p class="unseen" role="status" data-said />}
      <div class="actions">
        {view.isStep && (
          <Button look="primary" name="continue" value="1" formnovalidate data={{ 'data-when': 'plain' }}>
            {t('ask.continue')}
          </Button>
        )}
        <Button look="primary" {...(view.isStep && { data: { 'data-when': 'script' } })}>
          {t('newRequest.submit')}
        </Button>
      </div>
    </form>
  );
};
