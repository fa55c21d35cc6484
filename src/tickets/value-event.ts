import type { AnswerValue } from '#forms/definition.ts';
import { valueWords } from '#forms/value-words.ts';
import type { Translator } from '#i18n/translator.ts';
import { cleanLine, shorten } from '#lib/text.ts';
import type { FieldValue } from './field-value.ts';

/** Characters of a value that the history shows. */
const longest = 200;

/** What a field held and holds, in words for the history. A box that nobody ticked says no. */
export function eventWordsOf(
  reader: Pick<Translator, 't' | 'locale'>,
  { field, value, names }: FieldValue,
  to: AnswerValue | undefined,
): { readonly from: string; readonly to: string } {
  const wordsOf = (held: AnswerValue | undefined) => {
    const said = held ?? (field.type === 'checkbox' ? false : undefined);
    return shorten(cleanLine(valueWords(reader, field, said, names)), longest);
  };
  return { from: wordsOf(value), to: wordsOf(to) };
}
