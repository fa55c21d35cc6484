import { keysToAsk, typedFor } from '#forms/check-answers.ts';
import { readSeen } from '#forms/seen-questions.ts';
import { typedAnswer } from '#forms/typed-answer.ts';
import { valueWords } from '#forms/value-words.ts';
import type { Fields } from '#http/fields.ts';
import type { Reader } from '#ui/reader.ts';
import type { Asking, FormRows } from './asking.ts';
import type { LostAnswer } from './form-view.ts';

/** What was typed into a page of an earlier version for questions that the form does not ask any more. */
export function lostAnswers(
  reader: Reader,
  { form, people }: Asking,
  { earlier }: Pick<FormRows, 'earlier'>,
  fields: Fields,
): readonly LostAnswer[] {
  if (!earlier) return [];
  const asked = new Set(keysToAsk(form));
  const shown = fields['shown'] === undefined ? new Set(Object.keys(fields)) : readSeen(fields['shown']).last;
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  return keysToAsk(earlier).flatMap((key) => {
    const shape = earlier.fields.find((field) => field.key === key);
    if (asked.has(key) || !shown.has(key) || !shape || shape.type === 'file') return [];
    const typed = typedFor(shape, fields).filter((text) => text.trim() !== '');
    const read = typedAnswer(shape.type, typed);
    const words = read.ok ? valueWords(reader, shape, read.value, names) : typed.join(', ');
    return words === '' ? [] : [{ label: shape.label, words }];
  });
}
