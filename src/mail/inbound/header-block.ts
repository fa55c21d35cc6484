/** One field of a mail's header as it came, unfolded; the name in lower case. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Bytes that the header of a mail may have. */
export const maxHeaderBytes = 256 * 1024;

/**
 * The fields of a raw mail's header, in order, duplicates included. Null where
 * it is no well-formed header of at most 256 KB: then nothing in it is believed.
 */
export const headerBlock = (raw: Uint8Array): readonly HeaderField[] | null => {
  const end = endOfHeader(raw);
  if (end === null) return null;
  // Latin-1 keeps every byte one character: nothing is joined or lost by decoding.
  const text = new TextDecoder('latin1').decode(raw.subarray(0, end)).replace(/\r\n/g, '\n').replace(/\n$/, '');
  // A line end that only some programs see lets one header look like two.
  if (/[\r\0\u0085\u000b\u000c]/.test(text)) return null;
  const fields: HeaderField[] = [];
  for (const line of text.replace(/\n(?=[ \t])/g, '').split('\n')) {
    const [, name, value] = /^([!-9;-~]+):(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) return null;
    fields.push({ name: name.toLowerCase(), value: value.trim() });
  }
  return fields;
};

/** Values of all fields of one name, in order. */
export const valuesOf = (fields: readonly HeaderField[], name: string): readonly string[] =>
  fields.flatMap((field) => (field.name === name ? [field.value] : []));

/** Where the first empty line begins, or the mail ends; null when that is too far. */
const endOfHeader = (raw: Uint8Array): number | null => {
  const limit = Math.min(raw.length, maxHeaderBytes);
  for (let at = 0; at < limit; at++) {
    if (raw[at] !== 10) continue;
    if (raw[at + 1] === 10 || (raw[at + 1] === 13 && raw[at + 2] === 10)) return at + 1;
  }
  return raw.length <= maxHeaderBytes ? raw.length : null;
};
