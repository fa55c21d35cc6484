export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: 'malformed' | 'repeated_name' };

/**
 * JSON in which no object says one name twice. `JSON.parse` takes the last, other
 * programs the first, so a text can mean two things (RFC 8259 §4, RFC 8725 §2.4).
 */
export function parseStrictJson(text: string): StrictJson {
  try {
    const value: unknown = JSON.parse(text);
    return repeatsName(text) ? { ok: false, fault: 'repeated_name' } : { ok: true, value };
  } catch {
    return { ok: false, fault: 'malformed' };
  }
}

/** A string with what follows it, or a bracket. The text is known to be JSON, so nothing else needs reading. */
const pieces = /("(?:[^"\\]|\\.)*")\s*(:?)|[{}[\]]/g;

function repeatsName(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [piece, string, colon] of text.matchAll(pieces)) {
    if (piece === '{' || piece === '[') open.push(new Set());
    else if (piece === '}' || piece === ']') open.pop();
    else if (string !== undefined && colon === ':') {
      // Escapes are read first: "\u0061ud" is "aud".
      const name = String(JSON.parse(string));
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
