/**
 * Which questions of a form somebody has seen, as the form's hidden field `shown`
 * tells it: their keys, with a `-` before those that stood on an earlier page
 * and not on the last one.
 */
export interface SeenQuestions {
  /** At any time: what was left empty there stays empty. */
  readonly ever: ReadonlySet<string>;
  /** On the page that was sent. */
  readonly last: ReadonlySet<string>;
}

export function readSeen(text: string): SeenQuestions {
  const words = text.split(' ').filter(Boolean);
  return { ever: new Set(words.map(plain)), last: new Set(words.filter((word) => !word.startsWith('-'))) };
}

/** After a page that shows these, and was preceded by those. */
export function seenAfter(before: Iterable<string>, shown: readonly string[]): string {
  const all = [...new Set([...before, ...shown])];
  return all.map((key) => (shown.includes(key) ? key : `-${key}`)).join(' ');
}

function plain(word: string): string {
  return word.replace(/^-/, '');
}
