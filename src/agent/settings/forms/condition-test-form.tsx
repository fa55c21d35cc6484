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

interface ConditionTestFormProps {
  reader: Reader;
  form: Form;
  of: ConditionPlace & { readonly in: string; readonly place: string };
  test: TypedTest;
  /** Of what is shown, hidden or required. */
  name: string;
  effect: 'show' | 'hide' | 'require';
  fault: string | undefined;
  cancel: string;
}

/** Whether several values are compared with. */
export function takesList({ type }: Pick<KnownField, 'type'>, op: TestOp): boolean {
  return type === 'multi_select' || op === 'one_of';
}

/**
 * Show Order number when *Topic* [is] [Billing]: only ways to ask and values that
 * the field has. The value that belongs to a way is shown with it by style alone.
 */
export const ConditionTestForm = (props: ConditionTestFormProps) => {
  const { reader, form, of, test, name, effect, fault, cancel } = props;
  const { t, rich } = reader;
  const { field, op } = test;
  const fields = { seq: String(form.seq), owner: of.owner, id: of.id, part: of.part, in: of.in, place: of.place };
  return (
    <>
      <ErrorSummary reader={reader} errors={fault ? [{ field: valueId(test), message: fault }] : []} />
      <form class="form test-form" method="post" action={formHref(form, '/conditions')} autocomplete="off">
        <HiddenFields fields={{ ...fields, field: field.key }} />
        <p class="lede">{rich(`formSettings.begin.${effect}`, { what: <Term>{name}</Term> })}</p>
        <div class="test-sentence">
          <span class="test-field">
            <Term>{field.label}</Term>
          </span>
          <Operator {...{ reader, field, op }} />
          <Values {...{ reader, test, fault }} />
        </div>
        <div class="actions">
          <Button look="primary">{t(of.place === '' ? 'formSettings.addTestDo' : 'formSettings.save')}</Button>
          <ButtonLink href={cancel}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </>
  );
};

const Operator = ({ reader, field, op }: { reader: Reader; field: KnownField; op: TestOp }) => {
  const operators = operatorsOf(field.type);
  if (operators.length === 1) return <HiddenFields fields={{ op }} />;
  return (
    <Select
      reader={reader}
      name="op"
      label={reader.t('formSettings.operator')}
      hiddenLabel
      options={operators.map((value) => ({ value, label: operatorWords(reader, field, value) }))}
      value={op}
      required
    />
  );
};

/** The control that an error is about. */
function valueId({ field, op }: TypedTest): string {
  return takesList(field, op) ? 'values' : 'value';
}

interface ValuesProps {
  reader: Reader;
  test: TypedTest;
  fault: string | undefined;
}

/** One value, several, or both in turn: by the way of asking. */
const Values = ({ reader, test, fault }: ValuesProps) => {
  const { field, op } = test;
  if (field.type === 'person' || field.type === 'file') return null;
  const isSelect = field.type === 'select';
  const isOne = !takesList(field, op);
  return (
    <>
      {field.type !== 'multi_select' && (
        <div class="test-value" data-takes="one">
          <OneValue {...{ reader, test }} fault={isOne ? fault : undefined} />
        </div>
      )}
      {(isSelect || field.type === 'multi_select') && (
        <div class="test-value" data-takes="several">
          <Choices
            reader={reader}
            name="values"
            kind="checkbox"
            label={reader.t('formSettings.values')}
            hiddenLabel
            error={isOne ? undefined : fault}
            value={test.typed}
            choices={offered(field)}
          />
        </div>
      )}
    </>
  );
};

function offered({ choices }: KnownField) {
  return choices.filter(({ retired }) => !retired).map(({ id, label }) => ({ value: id, label }));
}

const OneValue = ({ reader, test, fault }: ValuesProps) => {
  const { t } = reader;
  const { field, typed } = test;
  const value = typed[0] ?? '';
  const common = { reader, name: 'value', label: t('formSettings.value'), hiddenLabel: true, error: fault, value };
  switch (field.type) {
    case 'checkbox':
      return (
        <Select
          {...common}
          label={t('formSettings.operator')}
          options={[
            { value: 'yes', label: t('formSettings.isTicked') },
            { value: 'no', label: t('formSettings.isUnticked') },
          ]}
          required
        />
      );
    case 'select':
      return <Select {...common} options={[{ value: '', label: t('fields.nothingChosen') }, ...offered(field)]} />;
    case 'date':
      return <TextField {...common} type="date" />;
    case 'number':
    case 'decimal':
      return <TextField {...common} inputmode={field.type === 'decimal' ? 'decimal' : 'numeric'} />;
    default:
      return <TextField {...common} />;
  }
};
