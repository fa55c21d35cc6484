import type { Edit, Selected } from './edit.ts';

const beginning = /^((?:[ \t]*>)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(\[[ xX]\][ \t]+)?/;

/** What Enter does within a list or a quote: one more line of it, or its end where this one is empty. Null: what it always does. */
export function continueLine({ value, start, end }: Selected): Edit | null {
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const line = value.slice(from, start);
  const [found = '', before = '', marker = '', box = ''] = beginning.exec(line) ?? [];
  if (start !== end || (marker === '' && !before.includes('>')) || isInFence(value.slice(0, from))) return null;
  const isEmpty = line.length === found.length && /^[ \t]*(?:\n|$)/.test(value.slice(end));
  if (isEmpty) {
    // Without a blank line what follows would still belong to the last item.
    const text = /[^\n]\n$/.test(value.slice(0, from)) ? '\n' : '';
    return { from, to: start, text, start: from + text.length, end: from + text.length };
  }
  const quote = before.endsWith('>') ? `${before} ` : before;
  const text = `\n${quote}${nextMarker(marker)}${box && marker ? '[ ] ' : ''}`;
  return { from: start, to: end, text, start: start + text.length, end: start + text.length };
}

function nextMarker(marker: string): string {
  return marker.replace(/\d+/, (number) => String(Number(number) + 1));
}

function isInFence(before: string): boolean {
  return (before.match(/^[ \t]*(?:```|~~~)/gm) ?? []).length % 2 === 1;
}
