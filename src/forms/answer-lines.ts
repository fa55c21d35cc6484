import type { Translator } from '#i18n/translator.ts';
import { answerOf, isEmpty } from './branching.ts';
import type { Answers, AnswerValue, FieldShape, PublishedForm } from './definition.ts';
import { type NamesById, nameOf, valueWords } from './value-words.ts';

/** An answer as it was asked for: the question's own words of then, and the answer in words. */
export interface AnswerLine {
  readonly key: string;
  readonly type: FieldShape['type'];
  readonly label: string;
  readonly words: string;
  /** Of a file field: those that are still there. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

/** Bytes of files by their ids. */
export type SizesById = Readonly<Record<string, number>>;

interface Answered {
  readonly form: Pick<PublishedForm, 'sections' | 'fields'>;
  readonly answers: Answers;
  readonly names: NamesById;
  readonly sizes: SizesById;
}

/** What was answered, in the order in which it was asked. `mayRead`: for whom the page is. */
export function answerLines(
  reader: Pick<Translator, 't' | 'locale'>,
  { form, answers, names, sizes }: Answered,
  mayRead: (shape: FieldShape) => boolean,
): readonly AnswerLine[] {
  const shapes = new Map(form.fields.map((shape) => [shape.key, shape]));
  return form.sections.flatMap(({ questions }) =>
    questions.flatMap(({ field }) => {
      const shape = shapes.get(field);
      const value = answerOf(answers, field);
      if (!shape || value === undefined || (value !== false && isEmpty(value)) || !mayRead(shape)) return [];
      const { key, type, label } = shape;
      const files = type === 'file' ? filesIn(value, names, sizes) : [];
      return [{ key, type, label, words: valueWords(reader, shape, value, names), files }];
    }),
  );
}

function filesIn(value: AnswerValue, names: NamesById, sizes: SizesById): AnswerLine['files'] {
  const ids = typeof value === 'object' ? value : [String(value)];
  return ids.flatMap((id) => {
    const name = nameOf(names, id);
    return name === undefined ? [] : [{ id, name, size: sizes[id] ?? 0 }];
  });
}
