import type { searchKinds } from '#db/schema/search.ts';

export type SearchKind = (typeof searchKinds)[number];

/** A part of a text, and whether it is what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

const begins = '\u0002';
const ends = '\u0003';

/** What `excerptOf` (excerpt.ts) made, as parts to show: one line, without the signs of Markdown. */
export function readSnippet(snippet: string, kind: SearchKind): readonly SnippetPart[] {
  const around = near(snippet);
  // Behind a subject stands its number.
  const text = kind === 'subject' ? around.replace(/\n[\s\S]*$/, '') : plain(around);
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

/** Characters before and behind the first match. */
const reach = { before: 200, behind: 800 };

/** Signs are no words: between two words of a snippet may stand a whole message of them. */
function near(snippet: string): string {
  const at = Math.max(0, snippet.indexOf(begins));
  return snippet.slice(Math.max(0, at - reach.before), at + reach.behind).toWellFormed();
}

/** Good enough for a line of twenty words: links by their words, no signs of headings, lists, quotes and emphasis. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,3}\.)[ \t]+)+/gm, '')
    .replace(/^[ \t]*(?:```.*|---+)$/gm, '')
    .replace(/\*\*|__|~~|`/g, '');
}
