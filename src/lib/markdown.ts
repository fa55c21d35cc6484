import MarkdownIt, { type Token } from 'markdown-it';
import { type DrawPicture, drawPictures, knowPictures } from './picture-reference.ts';
import { longestMessage, shorten } from './text.ts';

/** HTML that came out of our own renderer; nothing else has this type, so nothing else can be shown unescaped. */
export type SafeHtml = string & { readonly [safe]: true };
declare const safe: unique symbol;

const maxDepth = 50;

/**
 * What a person wrote as HTML that is safe on our pages and in our mail: raw
 * HTML is text, links only to http, https and mailto, headings from h3 down; of
 * images only what `draw` makes of files by their ids. Longer than 50 000
 * characters or nested deeper than 50, it is shown as plain text.
 */
export const renderMarkdown = (text: string, draw?: DrawPicture): SafeHtml => {
  const tokens = parse(text);
  if (tokens && draw) drawPictures(tokens, draw);
  const html = tokens ? parser.renderer.render(tokens, parser.options, {}) : plain(text);
  // Entities (`&#x202e;`) bring back what was removed when the text was stored.
  return html.replace(turningMarks, '') as SafeHtml;
};

/** The words alone, on one line, for lists and previews of mail. `max` counts characters. */
export const plainExcerpt = (text: string, max: number): string => {
  const head = text.slice(0, max * 8);
  const tokens = parse(head);
  const words = tokens ? wordsOf(tokens) : head;
  return shorten(words.replace(turningMarks, '').replace(/\s+/g, ' ').trim(), max);
};

const turningMarks = /[\u202a-\u202e\u2066-\u2069]/g;

// Above what we show nested, because at this limit the parser drops words: a list is two levels.
const parser = new MarkdownIt({ html: false, breaks: true, linkify: true, maxNesting: maxDepth * 2 + 10 });
parser.disable(['image', 'reference']);
knowPictures(parser);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
parser.validateLink = (url) => /^(?:https?:\/\/[^\s/\\]|mailto:[^\s])/i.test(url);
// An address is shown as it was written: never decoded into look-alike letters.
parser.normalizeLinkText = (url) => url;

const rules = parser.renderer.rules;
rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener nofollow ugc');
  return self.renderToken(tokens, index, options);
};
for (const name of ['heading_open', 'heading_close']) {
  rules[name] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    // The page's own headings are h1 and h2.
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return self.renderToken(tokens, index, options);
  };
}
for (const name of ['th_open', 'th_close', 'td_open']) {
  rules[name] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    // A heading without words heads nothing: screen readers would read it out with each cell.
    const words = tokens[name === 'th_close' ? index - 1 : index + 1];
    if (token && words?.content === '') token.tag = 'td';
    // The parser writes a style attribute, which our policy forbids.
    const align = /text-align:(\w+)/.exec(String(token?.attrGet('style')))?.[1];
    if (token) token.attrs = align ? [['class', `align-${align}`]] : null;
    return self.renderToken(tokens, index, options);
  };
}

// What scrolls sideways must be reachable by keyboard.
rules['table_open'] = () => '<table tabindex="0">\n';
for (const name of ['fence', 'code_block']) {
  const original = rules[name];
  rules[name] = (...given) => original?.(...given).replace(/^<pre/, '<pre tabindex="0"') ?? '';
}

/** Nothing where the text is too long or too deep to be shown as Markdown. */
const parse = (text: string): Token[] | undefined => {
  if (text.length > longestMessage) return undefined;
  const tokens = parser.parse(text, {});
  return isTooDeep(tokens) ? undefined : tokens;
};

const isTooDeep = (tokens: readonly Token[]): boolean => {
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'blockquote_open' || token.type === 'list_item_open') depth += 1;
    if (token.type === 'blockquote_close' || token.type === 'list_item_close') depth -= 1;
    if (depth > maxDepth || token.children?.some((child) => child.level > maxDepth)) return true;
  }
  return false;
};

/** Words as they stand between tags and in attributes of ours. */
export const escapeHtml = (text: string): string => parser.utils.escapeHtml(text);

const plain = (text: string): string => `<p>${escapeHtml(text).replaceAll('\n', '<br>\n')}</p>\n`;

const wordsOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.children ? wordsOf(token.children) : token.content || ' ')).join('');
