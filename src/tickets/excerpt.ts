import type { Phrase } from '#lib/search-words.ts';
import { type Word, wordsIn } from '#lib/words-in.ts';

/** Words that an excerpt shows, and places of what was searched for among which its own is chosen. */
const shownWords = 24;
const mostPlaces = 60;
/** Words of a text that are looked through: of a language with blanks, all that a message may hold. */
const mostWords = 10_000;

/** A place of a phrase, in words of the text. */
interface Place {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The words around what was searched for, each match between \u0002 and \u0003,
 * for tickets/snippet.ts to read; where nothing is found, the text's beginning.
 * FTS5's own snippet() compares each match with every other: a message of one
 * word over and over would hold up the database for seconds.
 */
export function excerptOf(text: string, phrases: readonly Phrase[]): string {
  const words = wordsIn(text).take(mostWords).toArray();
  const places = placesOf(words, phrases);
  const { from, to } = windowOf(places, words.length);
  const begin = from === 0 ? 0 : (words[from]?.start ?? 0);
  const isEnd = to === words.length && to < mostWords;
  const end = isEnd ? text.length : (words[to - 1]?.end ?? 0);
  let marked = '';
  let done = begin;
  for (const place of places.filter((it) => it.from >= from && it.to <= to)) {
    const [start, stop] = [words[place.from]?.start ?? 0, words[place.to - 1]?.end ?? 0];
    if (stop <= done) continue;
    // What overlaps goes on with the mark before it.
    if (start < done) marked = `${marked.slice(0, -1)}${text.slice(done, stop)}\u0003`;
    else marked += `${text.slice(done, start)}\u0002${text.slice(start, stop)}\u0003`;
    done = stop;
  }
  return `${from > 0 ? '…' : ''}${marked}${text.slice(done, end)}${isEnd ? '' : '…'}`;
}

/** In the order of the text; of a phrase that stands everywhere only the first. */
function placesOf(words: readonly Word[], phrases: readonly Phrase[]): readonly Place[] {
  const most = Math.ceil(mostPlaces / Math.max(1, phrases.length));
  const all = phrases.flatMap((phrase, at) => {
    const places: Place[] = [];
    for (let from = 0; from < words.length && places.length < most; from += 1)
      if (standsAt(words, from, phrase)) places.push({ phrase: at, from, to: from + phrase.words.length });
    return places;
  });
  return all.sort((a, b) => a.from - b.from || a.to - b.to);
}

function standsAt(words: readonly Word[], from: number, { words: wanted, isBegun }: Phrase): boolean {
  return (
    wanted.length > 0 &&
    wanted.every((word, at) => {
      const there = words[from + at]?.folded;
      return there === word || (isBegun && at === wanted.length - 1 && there?.startsWith(word) === true);
    })
  );
}

/** The part with most of the phrases in it, the first such; with what was found in its middle. */
function windowOf(places: readonly Place[], count: number): { readonly from: number; readonly to: number } {
  let best: { readonly score: number; readonly from: number; readonly to: number } = { score: 0, from: 0, to: 0 };
  for (const { from } of places) {
    const inside = places.filter((place) => place.from >= from && place.to <= from + shownWords);
    const score = new Set(inside.map(({ phrase }) => phrase)).size;
    if (score > best.score) best = { score, from, to: Math.max(...inside.map(({ to }) => to)) };
  }
  const before = Math.floor((shownWords - (best.to - best.from)) / 2);
  const from = Math.max(0, Math.min(best.from - before, count - shownWords));
  return { from, to: Math.min(count, from + shownWords) };
}
