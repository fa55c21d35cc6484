/** The list with one item a place further; the same list where it stands at its end already, or is not there. */
export function moved<T>(list: readonly T[], at: number, to: 'up' | 'down'): readonly T[] {
  const other = to === 'up' ? at - 1 : at + 1;
  const [item, neighbour] = [list[at], list[other]];
  if (item === undefined || neighbour === undefined) return list;
  return list.with(at, neighbour).with(other, item);
}
