import type { AnswerValue } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import { valueWords } from '#forms/value-words.ts';
import type { ListedValue } from '#tickets/list-item.ts';
import type { Reader } from '#ui/reader.ts';

/** Columns that the list shows; its file has all of them. */
export const columnsMost = 3;

/** The words of a request's value of each field; empty where there is none. */
export function valueCells(
  reader: Reader,
  fields: readonly Field[],
  values: readonly ListedValue[],
): readonly string[] {
  return fields.map((field) => {
    const own = values.filter(({ fieldId }) => fieldId === field.id);
    const names = own.map(({ value, name }) => [String(value), name ?? '']);
    return valueWords(reader, field, shownValue(field, own), field.type === 'person' ? Object.fromEntries(names) : {});
  });
}

function shownValue({ type }: Field, own: readonly ListedValue[]): AnswerValue | undefined {
  return type === 'multi_select' && own.length > 0 ? own.map(({ value }) => String(value)) : own[0]?.value;
}
