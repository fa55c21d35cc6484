import { type Edit, type Selected, trimmed } from './edit.ts';

const begin = 'https://';

/** True for one web address and nothing else. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>()[\]]+$/i.test(text);
}

/** A link of the selected words, its address to be typed; or of a selected address, its words to be typed. */
export function linkWords(selected: Selected): Edit {
  const { value, start, end } = trimmed(selected);
  const words = value.slice(start, end);
  if (isAddress(words)) return { from: start, to: end, text: `[](${words})`, start: start + 1, end: start + 1 };
  const text = `[${words}](${begin})`;
  if (words === '') return { from: start, to: end, text, start: start + 1, end: start + 1 };
  const at = end + '[]('.length;
  return { from: start, to: end, text, start: at, end: at + begin.length };
}

/** An address that is pasted over words makes them a link; null: an ordinary paste. */
export function linkTo(selected: Selected, address: string): Edit | null {
  const { value, start, end } = trimmed(selected);
  const words = value.slice(start, end);
  if (!isAddress(address) || words === '' || /[\n[\]]/.test(words) || isAddress(words)) return null;
  const text = `[${words}](${address})`;
  return { from: start, to: end, text, start: start + text.length, end: start + text.length };
}
