/** One path for each import that closes a circle, its first module repeated at the end. */
export function findCircles(graph: Map<string, string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (module: string) => {
    const start = trail.indexOf(module);
    if (start >= 0) circles.push([...trail.slice(start), module]);
    if (start >= 0 || done.has(module)) return;
    trail.push(module);
    for (const target of graph.get(module) ?? []) visit(target);
    trail.pop();
    done.add(module);
  };
  for (const module of graph.keys()) visit(module);
  return circles;
}
