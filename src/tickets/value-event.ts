import type { AnswerValue } from '#forms/definition.ts';
import { valueWords } from '#forms/value-words.ts';
import type { Translator } from '#i18n/translator.ts';
import { cleanLine, shorten } from '#lib/text.ts';
import type { EventData } from './event-data.ts';
import type { FieldValue } from './field-value.ts';

/** Characters of a value that the history shows. */
const longest = 200;

interface ValueEvent {
  readonly from: string;
  readonly to: string;
  readonly files?: Extract<EventData, { kind: 'field' }>['files'];
}

/** What a field held and holds, in words for the history. A box that nobody ticked says no. */
export function eventWordsOf(
  reader: Pick<Translator, 't' | 'locale'>,
  { field, value, names }: FieldValue,
  to: AnswerValue | undefined,
): ValueEvent {
  const wordsOf = (held: AnswerValue | undefined) => {
    const said = held ?? (field.type === 'checkbox' ? false : undefined);
    return shorten(cleanLine(valueWords(reader, field, said, names)), longest);
  };
  const words = { from: wordsOf(value), to: wordsOf(to) };
  if (field.type !== 'file') return words;
  const filesIn = (held: AnswerValue | undefined) =>
    (typeof held === 'object' ? held : []).map((id) => ({ id, name: wordsOf([id]) }));
  return { ...words, files: { from: filesIn(value), to: filesIn(to) } };
}
