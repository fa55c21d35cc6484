/** The fewest that must have moved, of those that stand in both lists. */
export function movedAmong(from: readonly string[], to: readonly string[]): ReadonlySet<string> {
  const places = new Map(from.map((key, at) => [key, at] as const));
  const common = to.filter((key) => places.has(key));
  // Longest run that kept its order: its length at each place, and who came before.
  const runs: { readonly length: number; readonly before: number }[] = [];
  for (const key of common) {
    let best = { length: 1, before: -1 };
    for (const [j, run] of runs.entries()) {
      const isAfter = (places.get(common[j] ?? '') ?? 0) < (places.get(key) ?? 0);
      if (isAfter && run.length >= best.length) best = { length: run.length + 1, before: j };
    }
    runs.push(best);
  }
  let at = runs.findIndex(({ length }) => length === Math.max(...runs.map((run) => run.length)));
  const stayed = new Set<string>();
  for (let run = runs[at]; run; at = run.before, run = runs[at]) stayed.add(common[at] ?? '');
  return new Set(common.filter((key) => !stayed.has(key)));
}
