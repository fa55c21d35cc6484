/** A text field's words and what is selected of them. */
export interface Selected {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What happens to a text: `from` to `to` is replaced by `text`, and then `start` to `end` is selected. */
export interface Edit extends Pick<Selected, 'start' | 'end'> {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The lines that the selection touches; a line of which only the beginning is touched is none of them. */
export function linesOf({ value, start, end }: Selected): { readonly from: number; readonly to: number } {
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end;
  const stop = value.indexOf('\n', last);
  return { from: value.lastIndexOf('\n', start - 1) + 1, to: stop === -1 ? value.length : stop };
}

/** The selection without the white space around it. */
export function trimmed({ value, start, end }: Selected): Selected {
  let [first, last] = [start, end];
  while (first < last && /\s/.test(value.charAt(first))) first += 1;
  while (last > first && /\s/.test(value.charAt(last - 1))) last -= 1;
  return { value, start: first, end: last };
}
