import type { AnswerValue, FieldShape } from '#forms/definition.ts';
import { takesSeveral } from '#forms/typed-answer.ts';
import { typedOfValue } from '#ui/field-control.tsx';
import type { Fields } from './fields.ts';

/** No key of a field has a point in it. */
const before = 'was.';

/** Carries what the page showed in a field, so that nobody's change is overwritten unseen. */
export function wasName({ key }: Pick<FieldShape, 'key'>): string {
  return `${before}${key}`;
}

export function isWas(name: string): boolean {
  return name.startsWith(before);
}

/** What a field holds, as its form carries it: ids with blanks between them. */
export function wasOf(value: AnswerValue | undefined): string {
  return typedOfValue(value).join(' ');
}

/** What the page showed, as it would have been typed; undefined where the form does not say. */
export function shownFor(field: Pick<FieldShape, 'key' | 'type'>, fields: Fields): readonly string[] | undefined {
  const was = fields[wasName(field)];
  if (was === undefined) return undefined;
  return takesSeveral(field.type) ? was.split(' ').filter((id) => id !== '') : [was];
}
