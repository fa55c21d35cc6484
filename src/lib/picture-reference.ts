import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

// A picture in a text names a file of the same message: `![plan.png](attachment:att_…)`.
// No address is ever read as one, so nothing is fetched from elsewhere.

// No bracket within its words: however many begin, each sign is read once.
const reference = /!\[((?:\\.|[^[\]\\\n]){0,300})\]\(attachment:(att_[0-9a-z]{26})\)/y;
const references = new RegExp(reference, 'g');

/** Gives the HTML of a picture; `words` are the writer's for it, not escaped, and may be empty. */
export type DrawPicture = (id: string, words: string) => string;

/** Teaches the parser such references. Where nobody draws them, and within links, they are their words. */
export function knowPictures(parser: InstanceType<typeof MarkdownIt>): void {
  parser.inline.ruler.before('link', 'picture', (state, silent) => {
    reference.lastIndex = state.pos;
    const found = reference.exec(state.src);
    if (!found) return false;
    if (!silent) {
      const token = state.push(state.linkLevel > 0 ? 'text' : 'picture', '', 0);
      token.content = unescaped(found[1] ?? '');
      token.info = found[2] ?? '';
    }
    state.pos += found[0].length;
    return true;
  });
  parser.renderer.rules['picture'] = (tokens, index) => parser.utils.escapeHtml(tokens[index]?.content ?? '');
}

/** Draws the pictures of a text that was parsed. */
export function drawPictures(tokens: readonly Token[], draw: DrawPicture): void {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== 'picture') continue;
    token.content = draw(token.info, token.content);
    token.type = 'html_inline';
  }
}

/** The text as it is read without pictures: their words in brackets. */
export function withoutReferences(text: string): string {
  return text.replace(references, (_, words: string) => `[${unescaped(words)}]`);
}

function unescaped(words: string): string {
  return words.replace(/\\([[\]\\])/g, '$1');
}
