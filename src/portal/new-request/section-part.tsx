import { raw } from 'hono/html';
import { Preview } from '#ui/composer.tsx';
import { FieldControl } from '#ui/field-control.tsx';
import { MarkdownArea } from '#ui/markdown-area.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { RequestFormView, SectionView } from './form-view.ts';
import type { QuestionView } from './question-view.ts';

interface SectionPartProps {
  reader: Reader;
  section: SectionView;
  form: RequestFormView;
}

/** Questions that belong together. What is not asked now stands in the page all the same, so that nothing typed is lost. */
export const SectionPart = ({ reader, section, form }: SectionPartProps) => {
  const { id, title, text, isShown, questions } = section;
  const heading = `section-${id}`;
  return (
    <section
      class="form-section"
      data-section={id}
      hidden={!isShown}
      aria-labelledby={title === '' ? undefined : heading}
    >
      {(title !== '' || text !== null) && (
        <div class="form-section-head">
          {title !== '' && (
            <h2 id={heading} dir="auto">
              {title}
            </h2>
          )}
          {text !== null && (
            <div class="prose" dir="auto">
              {raw(text)}
            </div>
          )}
        </div>
      )}
      {questions.map((question) => (
        <div class="question" data-question={question.shape.key} hidden={!question.isShown} data-new={question.isNew}>
          <Control {...{ reader, question, form }} />
        </div>
      ))}
    </section>
  );
};

interface ControlProps {
  reader: Reader;
  question: QuestionView;
  form: RequestFormView;
}

/** Only what is asked now may be required: nobody could fill in what they do not see. */
const Control = ({ reader, question, form }: ControlProps) => {
  const { shape, typed, error, isRequired, isShown } = question;
  const { t } = reader;
  const required = isRequired && isShown;
  const common = { reader, name: shape.key, label: shape.label, error, required, value: typed[0] ?? '' };
  switch (shape.id === '' ? shape.key : '') {
    case 'subject':
      return <TextField {...common} hint={t('newRequest.subjectHint')} />;
    case 'body':
      return (
        <>
          <MarkdownArea {...common} hint={t('newRequest.bodyHint')} rows={8} />
          <Preview reader={reader} html={form.preview} />
        </>
      );
    case 'priority':
      return <Select {...common} options={shape.choices.map(({ id, label }) => ({ value: id, label }))} />;
    default:
      return <FieldControl {...{ reader, field: shape, typed, error, required, people: form.people }} />;
  }
};
