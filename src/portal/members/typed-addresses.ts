export interface TypedAddress {
  readonly email: string;
  /** What stood before `<…>`; empty where nothing did. */
  readonly name: string;
}

/**
 * The addresses of a box as people fill it: one a line, with commas, semicolons
 * or spaces between, or `Nora Lindqvist <nora@…>` as mail programs copy them.
 * Each once. Whether they are addresses is for others to say.
 */
export function typedAddresses(text: string): readonly TypedAddress[] {
  const found = new Map<string, TypedAddress>();
  for (const part of text.split(/[,;\n\r]+/).flatMap(addressesOf)) {
    const key = part.email.toLowerCase();
    if (!found.has(key)) found.set(key, part);
  }
  return [...found.values()];
}

function addressesOf(part: string): readonly TypedAddress[] {
  const [, name, email] = /^([^<>]*)<([^<>]*)>\s*$/.exec(part) ?? [];
  if (email !== undefined && email.trim() !== '') {
    return [{ email: email.trim(), name: (name ?? '').replaceAll('"', '').trim() }];
  }
  return part
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ email: word, name: '' }));
}
