import type { Form } from '#forms/builder/form.ts';
import type { TestOp } from '#forms/definition.ts';
import type { KnownField } from '#forms/known-field.ts';
import { operatorsOf } from '#forms/operators.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ConditionPlace } from './change-condition.tsx';
import { operatorWords, Term } from './condition-words.tsx';
import { formHref } from './place.ts';

export interface TypedTest {
  readonly field: KnownField;
  readonly op: TestOp;
  readonly typed: readonly string[];
}

interface NewTestFormProps {
  reader: Reader;
  form: Form;
  of: ConditionPlace & { readonly in: string };
  test: TypedTest;
  fault: string | undefined;
  cancel: string;
}

/** *Topic* [is] [Billing]: only ways to ask and values that the field has. */
export const NewTestForm = ({ reader, form, of, test, fault, cancel }: NewTestFormProps) => {
  const { t, rich } = reader;
  const { field, op } = test;
  const { owner, id, part } = of;
  const operators = operatorsOf(field.type);
  const fields = { seq: String(form.seq), owner, id, part, in: of.in, field: field.key };
  return (
    <>
      <ErrorSummary reader={reader} errors={fault ? [{ field: 'value', message: fault }] : []} />
      <form class="form" method="post" action={formHref(form, '/conditions')} autocomplete="off">
        <HiddenFields fields={fields} />
        <p class="lede">{rich('formSettings.testOf', { field: <Term>{field.label}</Term> })}</p>
        {operators.length > 1 ? (
          <Select
            reader={reader}
            name="op"
            label={t('formSettings.operator')}
            options={operators.map((value) => ({ value, label: operatorWords(reader, field, value) }))}
            value={op}
            required
          />
        ) : (
          <HiddenFields fields={{ op }} />
        )}
        <ValueControl {...{ reader, test, fault }} />
        <div class="actions">
          <Button look="primary">{t('formSettings.addTestDo')}</Button>
          <ButtonLink href={cancel}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </>
  );
};

const ValueControl = ({ reader, test, fault }: { reader: Reader; test: TypedTest; fault: string | undefined }) => {
  const { t } = reader;
  const { field, typed } = test;
  const common = { reader, name: 'value', label: t('formSettings.value'), error: fault };
  switch (field.type) {
    case 'person':
    case 'file':
      return null;
    case 'checkbox':
      return (
        <Choices
          {...common}
          value={typed[0] ?? 'yes'}
          choices={[
            { value: 'yes', label: t('formSettings.ticked') },
            { value: 'no', label: t('formSettings.unticked') },
          ]}
        />
      );
    case 'select':
    case 'multi_select':
      return (
        <Choices
          {...common}
          kind="checkbox"
          hint={t(field.type === 'select' ? 'formSettings.valueHint.select' : 'formSettings.valueHint.other')}
          value={typed}
          choices={field.choices.filter(({ retired }) => !retired).map(({ id, label }) => ({ value: id, label }))}
        />
      );
    default:
      return (
        <TextField
          {...common}
          hint={t('formSettings.valueHint.other')}
          type={field.type === 'date' ? 'date' : 'text'}
          value={typed[0] ?? ''}
        />
      );
  }
};
