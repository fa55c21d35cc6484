import type { AnswerLine } from '#forms/answer-lines.ts';
import { valueWords } from '#forms/value-words.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import type { SentAnswers } from '#tickets/sent-answers.ts';
import type { AnswerView } from '#ui/answers.tsx';
import type { Reader } from '#ui/reader.ts';

/** Answers as they were sent, beside what the ticket's fields hold now. */
export function standingAnswers(
  reader: Reader,
  lines: readonly AnswerLine[],
  values: readonly FieldValue[],
): readonly AnswerView[] {
  return lines.map((line) => ({ ...line, isStanding: stands(reader, values, line) }));
}

/** The field is called so and holds that still: what stands in the details need not be said again. */
function stands(reader: Reader, values: readonly FieldValue[], { key, label, words }: AnswerLine): boolean {
  const held = values.find(({ field }) => field.key === key);
  return held?.field.label === label && valueWords(reader, held.field, held.value, held.names) === words;
}

/** Bytes of the files in a ticket's fields and answers, by their ids: those can be fetched. */
export function fileSizes(sent: SentAnswers | null, values: readonly FieldValue[]): ReadonlyMap<string, number> {
  const held = values.flatMap(({ files }) => files.map(({ id, size }) => [id, size] as const));
  return new Map([...Object.entries(sent?.sizes ?? {}), ...held]);
}
