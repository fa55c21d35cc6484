import { typedAnswer } from '#forms/typed-answer.ts';
import { type NamesById, valueWords } from '#forms/value-words.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import { sizeWords } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import type { ValueView } from '#ui/values.tsx';

/** What was typed for a field, as people read it, whether it may stand there or not. */
export function typedWords(
  reader: Reader,
  field: FieldValue['field'],
  typed: readonly string[],
  names: NamesById,
): string {
  const read = typedAnswer(field.type, typed);
  return read.ok ? valueWords(reader, field, read.value, names) : typed.join(', ');
}

/** A field's value as pages show it. `filesPath`: where its files are fetched. */
export function valueViewOf(reader: Reader, { field, value, names, files }: FieldValue, filesPath: string): ValueView {
  if (value === undefined) return { kind: 'none' };
  const text = valueWords(reader, field, value, names);
  if (Array.isArray(value) && field.type === 'file')
    return {
      kind: 'links',
      links: value.map((id) => {
        const size = files.find((file) => file.id === id)?.size;
        const text = valueWords(reader, field, [id], names);
        return { href: `${filesPath}/${id}`, text, size: size === undefined ? undefined : sizeWords(reader, size) };
      }),
    };
  if (field.type === 'url' && /^https?:\/\//i.test(text))
    return { kind: 'links', links: [{ href: text, text, isForeign: true }] };
  if (field.type === 'email')
    return { kind: 'links', links: [{ href: `mailto:${encodeURIComponent(text).replace('%40', '@')}`, text }] };
  return { kind: 'text', text };
}
