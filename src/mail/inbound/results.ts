/** One result of an Authentication-Results field (RFC 8601): `dkim=pass header.d=acme.com`. */
export interface AuthResult {
  readonly method: string;
  readonly result: string;
  /** Lower-case names to values as written; null where one name came twice, which nobody honest writes. */
  readonly properties: ReadonlyMap<string, string> | null;
}

/**
 * Reads an Authentication-Results value. Comments are dropped and quoted strings
 * kept whole before anything is split, for both may hold what looks like a result.
 * Null where the brackets or quotes do not match.
 */
export const readResults = (value: string): { readonly server: string; readonly results: readonly AuthResult[] } | null => {
  const parts = split(value);
  if (!parts) return null;
  const [server = '', ...rest] = parts;
  return { server: (server[0] ?? '').toLowerCase(), results: rest.flatMap((words) => resultOf(words)) };
};

const resultOf = (words: readonly string[]): readonly AuthResult[] => {
  const [head = '', ...pairs] = words;
  const [, method, result] = /^([a-z0-9_-]+)(?:\/\d+)?=([a-z]+)$/i.exec(head) ?? [];
  if (!method || !result) return [];
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties: propertiesOf(pairs) }];
};

const propertiesOf = (pairs: readonly string[]): ReadonlyMap<string, string> | null => {
  const properties = new Map<string, string>();
  for (const pair of pairs) {
    const [, name = '', value = ''] = /^([a-z0-9.-]+)=(.*)$/is.exec(pair) ?? [];
    if (name === '' || properties.has(name.toLowerCase())) return null;
    properties.set(name.toLowerCase(), value);
  }
  return properties;
};

/** Parts between `;`, each as its words; a quoted string keeps its quotes. */
const split = (value: string): readonly (readonly string[])[] | null => {
  const parts: string[][] = [[]];
  let word = '';
  let depth = 0;
  let quoted = false;
  const endWord = () => {
    if (word !== '') parts.at(-1)?.push(word);
    word = '';
  };
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\' && (quoted || depth > 0)) {
      if (quoted) word += character + value.charAt(at + 1);
      at += 1;
    } else if (quoted) {
      word += character;
      quoted = character !== '"';
    } else if (character === '(') depth += 1;
    else if (depth > 0) depth -= character === ')' ? 1 : 0;
    else if (character === ')') return null;
    else if (character === '"') {
      word += character;
      quoted = true;
    } else if (character === ';') {
      endWord();
      parts.push([]);
    } else if (/\s/.test(character)) endWord();
    else word += character;
  }
  endWord();
  return quoted || depth > 0 ? null : parts;
};
