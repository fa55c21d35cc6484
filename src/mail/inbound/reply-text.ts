import EmailReplyParser from '#generated/reply-parser.js';
import { cleanText } from '#lib/text.ts';

export interface ReplyText {
  /** What the person wrote; Markdown as far as they typed any. */
  readonly text: string;
  /** The history and signature that stood below it; empty where nothing could be told apart. */
  readonly quoted: string;
}

/** Above this the parser's expressions grow slow (they are quadratic), so such text is only cut at our own line. */
const parserLimits = { characters: 20_000, lineCharacters: 1_000 };

/**
 * Parts an answer from the mail it answers: at our own line (`markers`: its
 * words in every language), then by the parser's knowledge of mail programs.
 * Answers written between quoted lines are kept whole. Never leaves nothing.
 */
export const replyText = (body: string, markers: readonly string[]): ReplyText => {
  const whole = collapse(cleanText(body));
  if (isAnsweredInline(whole)) return { text: whole, quoted: '' };
  const [above, below] = splitAtMarker(whole, markers);
  const [text, rest] = fits(above) ? splitByParser(above) : [above, ''];
  if (text.trim() === '') return { text: whole, quoted: '' };
  return {
    text: text.trim(),
    quoted: [rest, below]
      .map((part) => part.trim())
      .filter(Boolean)
      .join('\n\n'),
  };
};

/** Two empty lines say no more than one, and thousands would be slow. Ends of lines are bare. */
const collapse = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

const isQuoted = (line: string): boolean => line.startsWith('>');

/** Something of one's own between two quoted lines, other than the end of a long quoted line that a program broke. */
const isAnsweredInline = (text: string): boolean => {
  const lines = text.split('\n');
  const isOwn = (line: string, at: number): boolean =>
    line !== '' && !isQuoted(line) && !isBrokenOff(lines[at - 1] ?? '');
  const first = lines.findIndex(isQuoted);
  const last = lines.findLastIndex(isQuoted);
  return lines.some((line, at) => at > first && at < last && isOwn(line, at));
};

const isBrokenOff = (before: string): boolean => isQuoted(before) && before.length >= 60;

const splitAtMarker = (text: string, markers: readonly string[]): readonly [above: string, below: string] => {
  const wanted = markers.map(lettersOf).filter((marker) => marker !== '');
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line) => line.length < 500 && wanted.some((marker) => lettersOf(line).startsWith(marker)),
  );
  if (at === -1) return [text, ''];
  const end = endOfAnswer(lines.slice(0, at));
  return [lines.slice(0, end).join('\n'), lines.slice(end).join('\n')];
};

const lettersOf = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** How many lines stand before the quoted mail's own heading (`On … wrote:`, `From: … Sent: …`), in any language. */
const endOfAnswer = (lines: readonly string[]): number => {
  const last = 1 + lines.findLastIndex((line) => line !== '' && !isQuoted(line));
  const near = lines.slice(Math.max(0, last - 12), last);
  const heading = headingLength(near.slice(1 + near.findLastIndex((line) => line.length > headingLineCharacters)));
  return 1 + lines.slice(0, last - heading).findLastIndex((line) => !(heading > 0 ? /^[-_\s]*$/ : /^$/).test(line));
};

const address = /[\w.+-]+@[\w-]|mailto:/i;
const moment = /\d[:.]\d\d|\d{4}/;
/** Longer lines are no heading, and the expressions are quadratic. */
const headingLineCharacters = 500;

/** How many of the last lines are such a heading. People often write right above it, so it is no more than it must be. */
const headingLength = (lines: readonly string[]): number => {
  const fields = lines.length - 1 - lines.findLastIndex((line) => !/^\*?[\p{L} .-]{2,20}\*?\s?:\s?\S/u.test(line));
  if (fields >= 2 && lines.slice(-fields).some((line) => address.test(line))) return fields;
  if (!lines.at(-1)?.endsWith(':')) return 0;
  const parts = [1, 2, 3].map((count) => lines.slice(-count).join(' '));
  const whole = parts.findIndex((part) => address.test(part) && moment.test(part.replace(/\S+@\S+/g, '')));
  return 1 + (whole === -1 ? parts.findIndex((part) => address.test(part)) : whole);
};

const fits = (text: string): boolean =>
  text.length <= parserLimits.characters &&
  text.split('\n').every((line) => line.length <= parserLimits.lineCharacters);

const splitByParser = (text: string): readonly [text: string, rest: string] => {
  const fragments = new EmailReplyParser().read(text).getFragments();
  const last = fragments.findLastIndex((fragment) => !fragment.isHidden() && fragment.getContent().trim() !== '');
  const join = (some: typeof fragments) => some.map((fragment) => fragment.getContent().trimEnd()).join('\n');
  return [join(fragments.slice(0, last + 1)), join(fragments.slice(last + 1))];
};
