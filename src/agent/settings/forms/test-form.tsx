import type { FormTest } from '#forms/definition.ts';
import { questionsOf } from '#forms/form-places.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { FieldControl, typedOfValue } from '#ui/field-control.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type FormVisit, formHref, labelOf } from './place.ts';

interface TestFormProps {
  visit: FormVisit;
  test: FormTest;
  /** Keys of the fields whose answers matter. */
  deciding: readonly string[];
}

/** *When somebody answers … then the form asks …* */
export const TestForm = ({ visit, test, deciding }: TestFormProps) => {
  const { form, reader } = visit;
  const { t } = reader;
  return (
    <form class="form" method="post" action={formHref(form, '/tests')} autocomplete="off">
      <HiddenFields fields={{ seq: String(form.seq), id: test.id }} />
      <fieldset class="blocks">
        <legend>{t('formSettings.testWhen')}</legend>
        {deciding.length === 0 && <p class="hint">{t('formSettings.testNothing')}</p>}
        {deciding.map((key) => (
          <Given {...{ visit, test }} field={key} />
        ))}
      </fieldset>
      <fieldset class="blocks">
        <legend>{t('formSettings.testThen')}</legend>
        <div class="expectations">
          {questionsOf(form.definition)
            .filter(({ question }) => !question.hidden)
            .map(({ question }) => (
              <Expected {...{ visit, test }} field={question.field} />
            ))}
        </div>
      </fieldset>
      <TextField
        reader={reader}
        name="name"
        label={t('formSettings.testName')}
        hint={t('formSettings.testNameHint')}
        value={test.name}
      />
      <div class="actions">
        <Button look="primary">{t('formSettings.save')}</Button>
        <ButtonLink href={formHref(form, '/check')}>{t('common.cancel')}</ButtonLink>
      </div>
    </form>
  );
};

const Given = ({ visit, test, field }: { visit: FormVisit; test: FormTest; field: string }) => {
  const shape = visit.checked.known.get(field);
  if (!shape || shape.type === 'file' || shape.type === 'person') return null;
  return (
    <FieldControl
      reader={visit.reader}
      field={{ ...shape, key: `answer.${field}`, help: '' }}
      id={`answer-${field}`}
      typed={typedOfValue(test.answers[field])}
    />
  );
};

const Expected = ({ visit, test, field }: { visit: FormVisit; test: FormTest; field: string }) => {
  const { t } = visit.reader;
  return (
    <Select
      reader={visit.reader}
      name={`expect.${field}`}
      id={`expect-${field}`}
      label={labelOf(visit.checked.known, field)}
      options={[
        { value: '', label: t('formSettings.expect.any') },
        { value: 'asked', label: t('formSettings.expect.asked') },
        { value: 'required', label: t('formSettings.expect.required') },
        { value: 'hidden', label: t('formSettings.expect.hidden') },
      ]}
      value={expectationOf(test, field)}
      required
    />
  );
};

function expectationOf({ asks, requires, hides }: FormTest, field: string): string {
  if (requires.includes(field)) return 'required';
  if (asks.includes(field)) return 'asked';
  return hides.includes(field) ? 'hidden' : '';
}
