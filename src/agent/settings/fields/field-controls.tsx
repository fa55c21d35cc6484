import { portalAccesses } from '#db/schema/forms.ts';
import type { FieldType } from '#forms/definition.ts';
import { patternExamples, patternNames, ruleControls, rulesFor } from '#forms/fields/field-rules.ts';
import { mayBeInList, mayHaveInitial } from '#forms/fields/field-wish.ts';
import { Choices } from '#ui/choices.tsx';
import { type ControlledField, FieldControl } from '#ui/field-control.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { FieldFormView } from './form-view.ts';

interface FieldFormProps {
  reader: Reader;
  type: FieldType;
  view: FieldFormView;
  /** What happens once customers may not read it any more. */
  whenShut?: string | null;
}

/** What every field has, and what its type may have besides. The form around it is the page's. */
export const FieldControls = ({ reader, type, view, whenShut = null }: FieldFormProps) => {
  const { t } = reader;
  const { typed, errors, isNew, choices } = view;
  const shared = (name: string) => ({ reader, name, value: typed[name] ?? '', error: errors[name] });
  return (
    <>
      <TextField {...shared('label')} label={t('fieldSettings.label')} hint={t('fieldSettings.labelHint')} required />
      {isNew && (
        <TextField
          {...shared('key')}
          label={t('fieldSettings.key')}
          hint={t('fieldSettings.keyHint')}
          autocomplete="off"
        />
      )}
      <TextField {...shared('help')} label={t('fieldSettings.help')} hint={t('fieldSettings.helpHint')} />
      {isNew && (type === 'select' || type === 'multi_select') && (
        <TextArea
          {...shared('choices')}
          rows={6}
          label={t('fieldSettings.choices')}
          hint={t('fieldSettings.choicesHint')}
          required
        />
      )}
      <Rules reader={reader} type={type} view={view} />
      {mayHaveInitial(type) && !(isNew && choices.length === 0 && type.endsWith('select')) && (
        <FieldControl
          reader={reader}
          id="initial"
          field={initialField(reader, type, choices)}
          typed={view.initial}
          error={errors['initial']}
        />
      )}
      <Access reader={reader} value={typed['access'] ?? 'none'} whenShut={whenShut} />
      <Marks reader={reader} type={type} typed={typed} />
    </>
  );
};

function initialField({ t }: Reader, type: FieldType, choices: FieldFormView['choices']): ControlledField {
  return { key: 'initial', type, label: t('fieldSettings.initial'), help: t('fieldSettings.initialHint'), choices };
}

const Rules = ({ reader, type, view: { typed, errors } }: FieldFormProps) => (
  <div class="pairs">
    {rulesFor(type).map((rule) => {
      const name = ruleControls[rule];
      const label = reader.t(`fieldSettings.rule.${name}`);
      const shared = { reader, name, label, value: typed[name] ?? '', error: errors[name] };
      if (rule === 'pattern') {
        return <Select {...shared} hint={reader.t('fieldSettings.patternHint')} options={patternOptions(reader)} />;
      }
      const isDay = rule === 'earliest' || rule === 'latest';
      return (
        <TextField
          {...shared}
          hint={isDay ? reader.t('fieldSettings.rule.dayHint') : undefined}
          {...(!isDay && { inputmode: type === 'decimal' ? 'decimal' : 'numeric' })}
          autocomplete="off"
        />
      );
    })}
  </div>
);

function patternOptions({ t }: Reader) {
  const named = patternNames.map((name) => ({
    value: name as string,
    label: t('fieldSettings.pattern.like', {
      pattern: t(`fieldSettings.pattern.${name}`),
      example: patternExamples[name],
    }),
  }));
  return [{ value: '', label: t('fieldSettings.pattern.any') }, ...named];
}

const Access = ({ reader, value, whenShut }: { reader: Reader; value: string; whenShut: string | null }) => (
  <Choices
    reader={reader}
    name="access"
    label={reader.t('fieldSettings.access')}
    value={value}
    choices={portalAccesses.map((access) => ({
      value: access,
      label: reader.t(`fieldSettings.access.${access}`),
      hint: [reader.t(`fieldSettings.access.${access}Hint`), ...(access === 'none' && whenShut ? [whenShut] : [])].join(
        ' ',
      ),
    }))}
  />
);

const Marks = ({ reader, type, typed }: { reader: Reader; type: FieldType; typed: FieldFormView['typed'] }) => {
  const { t } = reader;
  const mark = (key: 'in_list' | 'needed_to_solve', label: string, help: string) => (
    <FieldControl
      reader={reader}
      id={key}
      field={{ key, type: 'checkbox', label, help, choices: [] }}
      typed={typed[key] ? ['yes'] : []}
    />
  );
  return (
    <>
      {mayBeInList(type) && mark('in_list', t('fieldSettings.inList'), t('fieldSettings.inListHint'))}
      {mark('needed_to_solve', t('fieldSettings.neededToSolve'), t('fieldSettings.neededToSolveHint'))}
    </>
  );
};
