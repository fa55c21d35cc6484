import { type Edit, linesOf, type Selected, trimmed } from './edit.ts';

/** Puts signs around what is selected, line by line, or takes them off again. Nothing selected: a place to write between them. */
export function markWords(selected: Selected, sign: string): Edit {
  const { value, start, end } = trimmed(selected);
  const words = value.slice(start, end);
  const size = sign.length;
  if (value.slice(start - size, start) === sign && value.slice(end, end + size) === sign) {
    return { from: start - size, to: end + size, text: words, start: start - size, end: end - size };
  }
  if (words === '') return { from: start, to: end, text: sign + sign, start: start + size, end: start + size };
  const lines = words.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const isMarked = written.every((line) => inner(line, sign) !== null);
  const text = lines.map((line) => (isMarked ? (inner(line, sign) ?? line) : around(line, sign))).join('\n');
  const single = lines.length === 1 && !isMarked;
  return {
    from: start,
    to: end,
    text,
    start: single ? start + size : start,
    end: start + text.length - (single ? size : 0),
  };
}

/** Code: within a line between backticks, over several lines in a fence; longer than any that it holds. */
export function markCode(selected: Selected): Edit {
  const words = selected.value.slice(selected.start, selected.end);
  if (!words.trim().includes('\n')) {
    const { value, start, end } = trimmed(selected);
    if (!value.slice(start, end).includes('`') || /^`[^`]+`$/.test(value.slice(start, end)))
      return markWords(selected, '`');
    const text = `\`\` ${value.slice(start, end)} \`\``;
    return { from: start, to: end, text, start, end: start + text.length };
  }
  const { from, to } = linesOf(selected);
  const lines = selected.value.slice(from, to);
  const fenced = /^(`{3,})[^\n`]*\n([\s\S]*)\n\1$/.exec(lines);
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const text = fenced ? (fenced[2] ?? '') : `${fence}\n${lines}\n${fence}`;
  return { from, to, text, start: from, end: from + text.length };
}

function around(line: string, sign: string): string {
  const words = line.trim();
  return words === '' ? line : line.replace(words, () => sign + words + sign);
}

function inner(line: string, sign: string): string | null {
  const words = line.trim();
  const isMarked = words.length > 2 * sign.length && words.startsWith(sign) && words.endsWith(sign);
  return isMarked ? line.replace(words, () => words.slice(sign.length, -sign.length)) : null;
}
