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
  let end = lines.length;
  const skip = (isPart: (line: string) => boolean) => {
    while (end > 0 && isPart(lines[end - 1] ?? '')) end -= 1;
  };
  skip((line) => line === '' || isQuoted(line));
  const last = end;
  skip((line) => line !== '' && last - end < 8);
  const heading = lines.slice(end, last);
  const names = heading.some((line) => /[\w.+-]@[\w-]|mailto:/i.test(line));
  const isHeading =
    names &&
    (heading.at(-1)?.endsWith(':') ||
      heading.filter((line) => /^\*?[\p{L} .-]{2,20}\*?\s?:\s?\S/u.test(line)).length >= 2);
  if (!isHeading) return last;
  skip((line) => line === '' || /^[-_\s]+$/.test(line));
  return end;
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
