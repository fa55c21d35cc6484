/** Characters that one message, note or description may have (DESIGN §9). */
export const longestMessage = 50_000;

/**
 * Control characters that no text of ours needs (all but tab and line feed),
 * the marks that turn the direction of what follows (a name or file that reads
 * other than it is), and halves of a surrogate pair, which D1 cannot store.
 */
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Something that leaves a mark: neither white space nor what fonts draw as nothing (U+2800 is an empty Braille cell). */
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Text of several lines as we store it: NFC, `\n` for every line end, nothing
 * unseen, no blank lines around it. Empty where nobody could see anything.
 */
export const cleanText = (raw: string): string => {
  const text = raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return visible.test(text) ? text : '';
};

/** One line: as `cleanText`, and every run of white space is one space. */
export const cleanLine = (raw: string): string => cleanText(raw).replace(/\s+/g, ' ').trim();

/** Length in characters (code points, so that most letters and emoji of any script are one). */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Whether a text is over a limit of characters; does not count what is plainly short or plainly too long. */
export const isLongerThan = (text: string, max: number): boolean =>
  text.length > max && (text.length > 2 * max || lengthOf(text) > max);

/** Cuts at a word where one ends nearby, and says so with an ellipsis. `max` counts code points. */
export const shorten = (text: string, max: number): string => {
  const points = Array.from(text.slice(0, max * 2 + 2));
  if (points.length <= max && text.length <= max * 2 + 2) return text;
  const head = points.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > max * 0.5 ? head.slice(0, space) : head).trimEnd()}…`;
};

/** One or two letters for an avatar: first and last word of a name, or the first letter of an address. */
export const initials = (name: string): string => {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (
    [first, last]
      .map((word) => Array.from(word ?? '')[0] ?? '')
      .join('')
      .toLocaleUpperCase('en') || '?'
  );
};
