/** A word of a text: where it stands, and how a search reads it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** In small letters, without accents. */
  readonly folded: string;
}

/** Letters of scripts that set no blanks between words, Thai to Burmese, Khmer, Japanese, Chinese. The index has each by itself (migrations). */
export const unspaced =
  '\\u0e01-\\u109f\\u1780-\\u17ff\\u3005-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9d\\u{20000}-\\u{3fffd}';

/** What the tokenizer (unicode61) takes for a part of a word. */
export const inWord = '\\p{L}\\p{N}\\p{Co}\\u0300-\\u0331';

// A sign above or below a letter parts words for the tokenizer; it is shown with its letter.
const words = new RegExp(`(?:(?=[${inWord}])[${unspaced}]|(?:(?![${unspaced}])[${inWord}])+)\\p{M}*`, 'gu');

/** The words of a text as the indexes of searches have them. */
export function* wordsIn(text: string): Generator<Word, void> {
  for (const { 0: word, index } of text.matchAll(words)) {
    yield { start: index, end: index + word.length, folded: folded(word) };
  }
}

const plain = /^[\x20-\x7e]*$/;

function folded(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}
