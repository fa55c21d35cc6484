import type { Translator } from '#i18n/translator.ts';
import { answerOf, isEmpty } from './branching.ts';
import type { Answers, FieldShape, PublishedForm } from './definition.ts';
import { type NamesById, valueWords } from './value-words.ts';

/** An answer as it was asked for: the question's own words of then, and the answer in words. */
export interface AnswerLine {
  readonly key: string;
  readonly type: FieldShape['type'];
  readonly label: string;
  readonly words: string;
}

/** What was answered, in the order in which it was asked. `mayRead`: for whom the page is. */
export function answerLines(
  reader: Pick<Translator, 't' | 'locale'>,
  form: Pick<PublishedForm, 'sections' | 'fields'>,
  answers: Answers,
  names: NamesById,
  mayRead: (shape: FieldShape) => boolean,
): readonly AnswerLine[] {
  const shapes = new Map(form.fields.map((shape) => [shape.key, shape]));
  return form.sections.flatMap(({ questions }) =>
    questions.flatMap(({ field }) => {
      const shape = shapes.get(field);
      const value = answerOf(answers, field);
      if (!shape || value === undefined || (value !== false && isEmpty(value)) || !mayRead(shape)) return [];
      const { key, type, label } = shape;
      return [{ key, type, label, words: valueWords(reader, shape, value, names) }];
    }),
  );
}
