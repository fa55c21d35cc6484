import type { Translator } from '#i18n/translator.ts';
import { filesPerForm } from '#lib/files-per-form.ts';
import type { FieldShape } from './definition.ts';
import { type AnswerFault, longestText } from './read-answer.ts';
import { valueWords } from './value-words.ts';

/** What to do about an answer that cannot stand. Says nothing of the value. */
export function faultWords(
  reader: Pick<Translator, 't' | 'locale'>,
  { type, rules }: Pick<FieldShape, 'type' | 'rules'>,
  fault: AnswerFault,
): string {
  const { t } = reader;
  const dayWords = (day: string | undefined) =>
    day === 'today' || day === undefined ? t('fields.today') : valueWords(reader, { type: 'date', choices: [] }, day);
  switch (fault) {
    case 'too_small':
      return t('fields.fault.too_small', { min: valueWords(reader, { type, choices: [] }, rules.min) });
    case 'too_large':
      return t('fields.fault.too_large', { max: valueWords(reader, { type, choices: [] }, rules.max) });
    case 'too_short':
      return t('fields.fault.too_short', { count: rules.minLength ?? 1 });
    case 'too_long':
      return t('fields.fault.too_long', { max: rules.maxLength ?? (type === 'long_text' ? 50_000 : longestText) });
    case 'too_early':
      return t('fields.fault.too_early', { day: dayWords(rules.earliest) });
    case 'too_late':
      return t('fields.fault.too_late', { day: dayWords(rules.latest) });
    case 'too_few':
      return t('fields.fault.too_few', { count: rules.minChosen ?? 1 });
    case 'too_many':
      return t('fields.fault.too_many', { count: rules.maxChosen ?? filesPerForm });
    case 'wrong_pattern':
      return t(`fields.pattern.${rules.pattern ?? 'no_spaces'}`);
    case 'required':
      return t(type === 'checkbox' ? 'fields.fault.tick' : 'field.missing');
    case 'repeated':
      return t('field.choice');
    default:
      return t(`fields.fault.${fault}`);
  }
}
