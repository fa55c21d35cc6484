/**
 * Where an entry belongs among those already shown (ascending numbers): the
 * index to insert it at, or null where it is shown already.
 */
export function placeOf(seq: number, shown: readonly number[]): number | null {
  let place = shown.length;
  for (let last = shown[place - 1]; last !== undefined && last >= seq; last = shown[place - 1]) {
    if (last === seq) return null;
    place -= 1;
  }
  return place;
}

/** An entry that came in while the page was open. */
export interface Arrival {
  readonly seq: number;
  readonly shown: boolean;
}

/** Up to which number the reader has seen everything: what came later, or was scrolled past unseen, stops it. */
export function seenThrough(arrivals: readonly Arrival[], after: number): number {
  const first = arrivals.find(({ shown }) => !shown);
  return first ? first.seq - 1 : after;
}
