import type { FormerQuestion } from '#forms/askable-form.ts';
import { keysToAsk, typedFor } from '#forms/check-answers.ts';
import type { FieldType } from '#forms/definition.ts';
import { readSeen } from '#forms/seen-questions.ts';
import { typedAnswer } from '#forms/typed-answer.ts';
import { valueWords } from '#forms/value-words.ts';
import type { Fields } from '#http/fields.ts';
import type { Reader } from '#ui/reader.ts';
import type { Asking, FormRows } from './asking.ts';
import type { LostAnswer } from './form-view.ts';

/**
 * What was typed for questions that the form does not ask any more: it was published
 * anew, or a field was retired or shut. Of a shut field only the person's own words go back.
 */
export function lostAnswers(
  reader: Reader,
  { form, people }: Asking,
  { earlier }: Pick<FormRows, 'earlier'>,
  fields: Fields,
): readonly LostAnswer[] {
  const asked = new Set(keysToAsk(form));
  const former = new Map([...earlier, ...form.former].map((question) => [question.shape.key, question]));
  const gone = [...former.values()].filter(({ shape }) => !asked.has(shape.key));
  return answersTo(reader, gone, people, fields);
}

/** What was typed for such questions, in words. */
export function answersTo(
  reader: Reader,
  former: readonly FormerQuestion[],
  people: FormRows['people'],
  fields: Fields,
): readonly LostAnswer[] {
  const shown = fields['shown'] === undefined ? new Set(Object.keys(fields)) : readSeen(fields['shown']).last;
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  return former.flatMap(({ shape, isReadable }) => {
    const { key, type } = shape;
    if (!shown.has(key) || type === 'file') return [];
    if (!isReadable && isNamed(type)) return [];
    const typed = typedFor(shape, fields).filter((text) => text.trim() !== '');
    const read = typedAnswer(type, typed);
    const words = read.ok ? valueWords(reader, shape, read.value, names) : typed.join(', ');
    return words === '' ? [] : [{ label: isReadable ? shape.label : reader.t('ask.lostUnnamed'), words }];
  });
}

/** Whose answers are words of the tenant's, not of the person's. */
function isNamed(type: FieldType): boolean {
  return type === 'select' || type === 'multi_select' || type === 'checkbox' || type === 'person';
}
