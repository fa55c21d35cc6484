import type { searchKinds } from '#db/schema/search.ts';

export type SearchKind = (typeof searchKinds)[number];

/** A part of a text, and whether it is what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

const begins = '\u0002';
const ends = '\u0003';

/** What `snippetOf` found, as parts to show: one line, without the signs of Markdown. */
export function readSnippet(snippet: string, kind: SearchKind): readonly SnippetPart[] {
  // Behind a subject stands its number.
  const text = kind === 'subject' ? snippet.replace(/\n[\s\S]*$/, '') : plain(snippet);
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(begins)
    .flatMap((piece, i): SnippetPart[] => {
      const [match = '', ...rest] = i > 0 ? piece.split(ends) : ['', piece];
      return [
        { text: match, isMatch: true },
        { text: rest.join(''), isMatch: false },
      ];
    })
    .filter((part) => part.text !== '');
}

/** Good enough for a line of twenty words: links by their words, no signs of headings, lists, quotes and emphasis. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,3}\.)[ \t]+)+/gm, '')
    .replace(/^[ \t]*(?:```.*|---+)$/gm, '')
    .replace(/\*\*|__|~~|`/g, '');
}
