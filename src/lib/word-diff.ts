/** A run of text that stayed, was taken out or was put in. */
export interface DiffPart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/**
 * Compared word by word up to this many pairs of words; above it, what lies between equal ends counts as rewritten.
 * A page compares all that a message ever said: of a million pairs each, that would take half a second.
 */
const mostPairs = 250_000;

/** What a text became, in words and the spaces between them; taken out stands before put in. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  const start = sharedStart(a, b);
  const end = sharedStart(a.slice(start).reverse(), b.slice(start).reverse());
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return joined([
    ...a.slice(0, start).map(same),
    ...(from.length * to.length > mostPairs ? rewritten(from, to) : compared(from, to)),
    ...a.slice(a.length - end).map(same),
  ]);
}

function piecesOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

const same = (text: string): DiffPart => ({ kind: 'same', text });

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((piece, index) => piece !== b[index]);
  return at === -1 ? Math.min(a.length, b.length) : at;
}

function rewritten(a: readonly string[], b: readonly string[]): DiffPart[] {
  return [{ kind: 'out', text: a.join('') } as const, { kind: 'in', text: b.join('') } as const];
}

/** How many pieces two rows have in common, in order, from any place of each on. */
function commonFrom(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** By the longest common row of pieces. */
function compared(a: readonly string[], b: readonly string[]): DiffPart[] {
  const common = commonFrom(a, b);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [out, put] = [a[i], b[j]];
    if (out !== undefined && out === put) {
      parts.push(same(out));
      i += 1;
      j += 1;
    } else if (put === undefined || (out !== undefined && common(i + 1, j) >= common(i, j + 1))) {
      parts.push({ kind: 'out', text: out ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'in', text: put });
      j += 1;
    }
  }
  return parts;
}

/** Runs of a kind as one; a lone space between two changes goes with both, so that phrases stay whole. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: { same: string; out: string; in: string }[] = [];
  parts.forEach((part, at) => {
    const bridges =
      part.kind === 'same' && part.text.trim() === '' && isChange(parts[at - 1]) && isChange(parts[at + 1]);
    const last = runs.at(-1);
    if (last && bridges) {
      last.out += part.text;
      last.in += part.text;
    } else if (last && (part.kind === 'same') === (last.same !== '')) last[part.kind] += part.text;
    else runs.push({ same: '', out: '', in: '', [part.kind]: part.text });
  });
  return runs.flatMap((run) =>
    (['same', 'out', 'in'] as const).flatMap((kind) => (run[kind] === '' ? [] : { kind, text: run[kind] })),
  );
}

function isChange(part: DiffPart | undefined): boolean {
  return part !== undefined && part.kind !== 'same';
}
