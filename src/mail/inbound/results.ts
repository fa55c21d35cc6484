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
export const readResults = (
  value: string,
): { readonly server: string; readonly results: readonly AuthResult[] } | null => {
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
  const bare = withoutComments(value);
  if (bare === null) return null;
  const parts: string[][] = [[]];
  // A word runs on through quoted strings: smtp.mailfrom="a b"@acme.com
  for (const [token] of bare.matchAll(/;|(?:"(?:[^"\\]|\\.)*"|[^\s;"])+|"/g)) {
    if (token === '"') return null;
    if (token === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
};

/** Drops comments, nested ones too; quotes mean nothing inside them. Null where brackets do not match. */
const withoutComments = (value: string): string | null => {
  let kept = '';
  let depth = 0;
  for (let at = 0; at < value.length; ) {
    const token = nextToken(depth === 0 ? outside : inside, value, at);
    at += token.length;
    if (depth > 0) depth += steps[token] ?? 0;
    else if (token === '(') depth = 1;
    else if (token === '' || (!token.startsWith('"') && token.includes(')'))) return null;
    else kept += token;
    if (token === '(') kept += ' ';
  }
  return depth === 0 ? kept : null;
};

const outside = /"(?:[^"\\]|\\.)*"|\(|[^"(]+|"/sy;
const inside = /\\.|[()]|[^()\\]+|\\/sy;
const steps: Readonly<Record<string, number>> = { '(': 1, ')': -1 };

const nextToken = (pattern: RegExp, value: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(value)?.[0] ?? '';
};
