import { raw } from 'hono/html';
import type { SafeHtml } from '#lib/markdown.ts';
import { type ComposerFiles, Preview } from './composer.tsx';
import { type ControlledField, FieldControl } from './field-control.tsx';
import { FileField } from './file-field.tsx';
import { MarkdownArea } from './markdown-area.tsx';
import type { Reader } from './reader.ts';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

/** A part of a form as a page shows it. */
export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly text: SafeHtml | null;
  readonly isShown: boolean;
  readonly questions: readonly QuestionView[];
}

/** One question as a page shows it. */
export interface QuestionView {
  /** `id` is empty for what every request has. */
  readonly shape: ControlledField & { readonly id: string };
  /** Of its control. */
  readonly id: string;
  readonly typed: readonly string[];
  readonly error: string | undefined;
  readonly isRequired: boolean;
  readonly isShown: boolean;
  /** The last answers have brought it up. */
  readonly isNew: boolean;
}

interface FormSectionProps {
  reader: Reader;
  section: SectionView;
  form: {
    /** Whom a person field may name. */
    readonly people: readonly { readonly id: string; readonly name: string }[];
    /** The description as it will look. */
    readonly preview: SafeHtml | undefined;
    /** Where files can be sent along; a preview for admins takes none. */
    readonly files?: ComposerFiles;
  };
}

/** Questions that belong together. What is not asked now stands in the page all the same, so that nothing typed is lost. */
export const FormSection = ({ reader, section, form }: FormSectionProps) => {
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
        <div
          class="question"
          data-question={question.shape.key}
          hidden={!question.isShown}
          data-new={question.isNew || undefined}
        >
          <Control {...{ reader, question, form }} />
        </div>
      ))}
    </section>
  );
};

interface ControlProps {
  reader: Reader;
  question: QuestionView;
  form: FormSectionProps['form'];
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
          {form.files && <FileField reader={reader} name="files" isMain {...form.files} />}
        </>
      );
    case 'priority':
      return <Select {...common} options={shape.choices.map(({ id, label }) => ({ value: id, label }))} />;
    default:
      return (
        <FieldControl
          {...{ reader, field: shape, typed, error, required, people: form.people }}
          files={
            form.files ? (
              <OwnFiles {...{ reader, question, files: form.files }} />
            ) : (
              <NoFiles reader={reader} question={question} />
            )
          }
        />
      );
  }
};

/** The files of a field of its own. */
const OwnFiles = ({ reader, question, files }: Omit<ControlProps, 'form'> & { files: ComposerFiles }) => (
  <FileField
    reader={reader}
    uploads={files.uploads}
    name={question.shape.key}
    id={question.id}
    ids={question.typed}
    label={question.shape.label}
    hint={question.shape.help || undefined}
    error={question.error}
    required={question.isRequired}
  />
);

/** How it looks where nothing can be sent. */
const NoFiles = ({ reader, question: { id, shape, isRequired } }: Pick<ControlProps, 'reader' | 'question'>) => (
  <div class="field">
    <label for={id}>
      {shape.label}
      {!isRequired && <span class="optional"> {reader.t('common.optional')}</span>}
    </label>
    {shape.help && <p class="hint">{shape.help}</p>}
    <input type="file" id={id} disabled />
  </div>
);
