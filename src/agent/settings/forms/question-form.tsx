import type { Form } from '#forms/builder/form.ts';
import { isAlwaysAsked, type KnownField } from '#forms/known-field.ts';
import { valueWords } from '#forms/value-words.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FieldControl } from '#ui/field-control.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import type { Reader } from '#ui/reader.ts';
import { formHref, questionHref } from './place.ts';

export interface TypedQuestion {
  readonly required: boolean;
  readonly hidden: boolean;
  /** As its control holds it. */
  readonly initial: readonly string[];
}

interface QuestionFormProps {
  reader: Reader;
  form: Form;
  field: KnownField;
  typed: TypedQuestion;
  error: string | undefined;
}

/** What this form makes of a field; the field itself, its words and choices, is set up on its own page. */
export const QuestionForm = (props: QuestionFormProps) => {
  const { reader, form, field, error } = props;
  const { t, rich } = reader;
  if (isAlwaysAsked(field.key)) return <p class="lede">{t('formSettings.always')}</p>;
  return (
    <div class="blocks">
      <p class="lede">
        {field.id === ''
          ? t('formSettings.priorityFacts')
          : rich('formSettings.fieldFacts', {
              type: t(`fieldSettings.type.${field.type}`),
              field: <a href={`/settings/fields/${field.id}`}>{t('formSettings.theField')}</a>,
            })}
      </p>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'initial', message: error }] : []} />
      <form class="form" method="post" action={questionHref(form, field.key)} autocomplete="off">
        <HiddenFields fields={{ seq: String(form.seq) }} />
        <Switches {...props} />
        <Initial {...props} />
        <div class="actions">
          <Button look="primary">{t('formSettings.save')}</Button>
          <ButtonLink href={formHref(form)}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  );
};

const Switches = ({ reader, field, typed }: QuestionFormProps) => {
  const { t } = reader;
  return (
    <>
      <Choices
        reader={reader}
        kind="checkbox"
        name="required"
        label={t('formSettings.answer')}
        value={typed.required ? 'on' : ''}
        choices={[{ value: 'on', label: t('formSettings.required'), hint: t('formSettings.requiredHint') }]}
      />
      <Choices
        reader={reader}
        kind="checkbox"
        name="hidden"
        label={t('formSettings.hidden')}
        value={typed.hidden ? 'on' : ''}
        choices={[
          {
            value: 'on',
            label: t('formSettings.hiddenLabel'),
            hint: t(field.access === 'none' ? 'formSettings.hiddenNeeded' : 'formSettings.hiddenHint'),
          },
        ]}
      />
    </>
  );
};

/** Whose people or files they will be is not known here. */
const Initial = ({ reader, field, typed, error }: QuestionFormProps) => {
  if (field.type === 'person' || field.type === 'file') return null;
  const { t } = reader;
  const usual = valueWords(reader, field, field.initial);
  const help = usual === '' ? t('formSettings.initialHint') : t('formSettings.initialUsual', { value: usual });
  const shape = { ...field, key: 'initial', label: t('formSettings.initial'), help };
  return <FieldControl reader={reader} field={shape} id="initial" typed={typed.initial} error={error} />;
};
