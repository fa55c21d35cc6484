import type { FieldChange } from '#forms/builder/form-change.ts';
import { patternNames, type RuleName, ruleControls } from '#forms/fields/field-rules.ts';
import type { Reader } from '#ui/reader.ts';
import { term } from './condition-words.tsx';

interface FieldChangeWordsProps {
  reader: Reader;
  change: FieldChange;
  /** What the field is called now. */
  name: string;
}

/** What is another in a field, with what it was. */
export const FieldChangeWords = ({ reader: { t, rich }, change, name }: FieldChangeWordsProps) => {
  const field = term(name);
  switch (change.kind) {
    case 'field_label':
    case 'field_help':
    case 'field_choice_renamed':
      return <>{rich(`formSettings.change.${change.kind}`, { field, from: term(change.from), to: term(change.to) })}</>;
    case 'field_access': {
      const [from, to] = [change.from, change.to].map((access) => term(t(`fieldSettings.word.${access}`)));
      return <>{rich('formSettings.change.field_access', { field, from, to })}</>;
    }
    case 'field_choice_added':
    case 'field_choice_removed':
      return <>{rich(`formSettings.change.${change.kind}`, { field, choice: term(change.choice) })}</>;
    case 'field_choices_moved':
      return <>{rich('formSettings.change.field_choices_moved', { field })}</>;
    case 'field_rule': {
      const rule = t(`fieldSettings.rule.${ruleControls[change.rule]}`);
      const [from, to] = [change.from, change.to].map((value) => term(ruleWords(t, change.rule, value)));
      return <>{rich('formSettings.change.field_rule', { field, rule, from, to })}</>;
    }
  }
};

function ruleWords(t: Reader['t'], rule: RuleName, value: string | number | undefined): string {
  if (rule === 'pattern') return t(`fieldSettings.pattern.${patternNames.find((name) => name === value) ?? 'any'}`);
  return value === 'today' ? t('fields.today') : String(value ?? '');
}
