/** Between values that came under one name; no control of ours sends it. */
const separator = '\u001f';

/** A further value of a name that may repeat, behind those before it. */
export function withFurther(before: string | undefined, value: string): string {
  const plain = value.replaceAll(separator, '');
  return before === undefined ? plain : `${before}${separator}${plain}`;
}

/** The values that came under one name, as they came. */
export function severalOf(text: string): readonly string[] {
  return text.split(separator);
}

/** Values as they stand under one name. */
export function joinSeveral(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(separator, '')).join(separator);
}
