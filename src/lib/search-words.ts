import { cleanLine } from './text.ts';
import { inWord, unspaced, wordsIn } from './words-in.ts';

export interface SearchWords {
  /** What was typed, cleaned and not too long: the box shows it again. */
  readonly text: string;
  /** Where nothing but a number was typed, with or without `#`. */
  readonly number: number | null;
  /** The number was typed with `#`: nothing else can be meant. */
  readonly isNumber: boolean;
  /** FTS5's expression of the words; finds nothing where there are none. Every word stands in quotes of ours. */
  readonly match: string;
  /** The same, to be marked in what was found. */
  readonly phrases: readonly Phrase[];
}

/** Words that stand one behind the other, folded. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last of them may go on. */
  readonly isBegun: boolean;
}

/** Characters that are looked at. */
export const longestSearch = 200;
const mostTerms = 12;
/** Words in all, or letters where each is a word: those behind them are not looked for, for each costs a walk through all its places. */
const mostWords = 24;
/** Beginnings of these lengths have entries of their own in the index (migrations). */
const shortestPrefix = 2;
const longestPrefix = 12;

/**
 * Reads what somebody typed into a search box: words, all of which must stand
 * in one text, and phrases in quotes; the last word may go on. Nothing typed is
 * syntax but quotes. Null where nothing was typed.
 */
export function readSearch(typed: string | undefined): SearchWords | null {
  const text = [...cleanLine((typed ?? '').slice(0, 4 * longestSearch))].slice(0, longestSearch).join('').trim();
  if (text === '') return null;
  const terms = termsOf(text);
  const [, sign, digits] = /^(#?)(\d{1,9})$/.exec(text) ?? [];
  return {
    text,
    number: digits === undefined ? null : Number(digits),
    isNumber: sign === '#',
    match: matchOf(terms) || '""',
    phrases: terms.map(phraseOf),
  };
}

const unspacedLetters = new RegExp(`[${unspaced}]`, 'gu');

/** Stands around such letters in the index; nobody can type it. */
const letterBreak = '\u001f';

interface Term {
  readonly text: string;
  /** As it stands, with nothing behind it. */
  readonly isWhole: boolean;
}

const anyOfWord = new RegExp(`[${inWord}]`, 'u');
const afterWord = new RegExp(`[^${inWord}]+$`, 'u');
const lastWord = new RegExp(`[${inWord}]+$`, 'u');

/** Words and phrases in their order. A quote that nobody closed is none. */
function termsOf(text: string): readonly Term[] {
  const parts = text.split(/["\u201c\u201d\u201e\u00ab\u00bb]/);
  const closed = parts.length - (parts.length % 2 ? 0 : 1);
  const terms = parts
    .flatMap((part, i): Term[] =>
      i % 2 && i < closed
        ? [{ text: part, isWhole: true }]
        : part.split(/\s+/).map((word) => ({ text: word, isWhole: false })),
    )
    .filter((term) => anyOfWord.test(term.text))
    .slice(0, mostTerms);
  let left = mostWords;
  return terms.flatMap(({ text: term, isWhole }, i) => {
    if (left <= 0) return [];
    const words = [...wordsIn(term)];
    const next = words[left];
    left -= words.length;
    return { text: term.slice(0, next?.start), isWhole: isWhole || i < terms.length - 1 || next !== undefined };
  });
}

function phraseOf({ text, isWhole }: Term): Phrase {
  const words = [...wordsIn(text)].map(({ folded }) => folded);
  const last = [...(words.at(-1) ?? '')];
  if (isWhole || last.length < shortestPrefix) return { words, isBegun: false };
  return { words: [...words.slice(0, -1), last.slice(0, longestPrefix).join('')], isBegun: true };
}

function matchOf(terms: readonly Term[]): string {
  return terms
    .map(({ text, isWhole }) => ({ text: text.replace(unspacedLetters, `${letterBreak}$&${letterBreak}`), isWhole }))
    .map(({ text, isWhole }) => (isWhole ? `"${text}"` : begun(text)))
    .join(' AND ');
}

/** A word that may go on. One longer than the index has beginnings for goes by its first letters. */
function begun(typed: string): string {
  const text = typed.replace(afterWord, '');
  const last = lastWord.exec(text)?.[0] ?? '';
  const letters = [...last.normalize('NFC').replace(/[\u0300-\u0331]/g, '')];
  if (letters.length < shortestPrefix) return `"${text}"`;
  const kept = letters.length > longestPrefix ? letters.slice(0, longestPrefix).join('') : last;
  return `"${text.slice(0, text.length - last.length)}${kept}" *`;
}
