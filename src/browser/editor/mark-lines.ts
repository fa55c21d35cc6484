import { type Edit, linesOf, type Selected } from './edit.ts';

export type LineMark = 'list' | 'numbers' | 'quote';

const marked = { list: /^(\s*)[-*+] /, numbers: /^(\s*)\d{1,9}[.)] /, quote: /^(\s*)> ?/ } as const;
const anyItem = /^(\s*)(?:[-*+]|\d{1,9}[.)]) /;

/** Makes the selected lines a list or a quote, or takes that off again. */
export function markLines(selected: Selected, mark: LineMark): Edit {
  const { from, to } = linesOf(selected);
  const lines = selected.value.slice(from, to).split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const isOff = written.length > 0 && written.every((line) => marked[mark].test(line));
  const text = (isOff ? lines.map((line) => line.replace(marked[mark], '$1')) : withMarks(lines, mark)).join('\n');
  const grown = text.length - (to - from);
  if (selected.start !== selected.end) return { from, to, text, start: from, end: from + text.length };
  const at = Math.max(from, selected.start + grown);
  return { from, to, text, start: at, end: at };
}

function withMarks(lines: readonly string[], mark: LineMark): readonly string[] {
  if (mark === 'quote') return lines.map((line) => (line === '' && lines.length > 1 ? '>' : `> ${line}`));
  let number = 0;
  return lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    number += 1;
    const [, indent = '', words = ''] = /^(\s*)(.*)$/s.exec(line.replace(anyItem, '$1')) ?? [];
    return `${indent}${mark === 'list' ? '-' : `${number}.`} ${words}`;
  });
}
