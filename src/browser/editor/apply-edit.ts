import type { Edit } from './edit.ts';

/** As if it was typed, so that undo knows it; where the browser cannot do that, the text is set. */
export function applyEdit(text: HTMLTextAreaElement, { from, to, text: words, start, end }: Edit): void {
  text.focus();
  text.setSelectionRange(from, to);
  const isTyped =
    words === '' ? from === to || document.execCommand('delete') : document.execCommand('insertText', false, words);
  if (!isTyped) setWords(text, from, to, words);
  text.setSelectionRange(start, end);
}

/** The same behind somebody's back: whoever types goes on where they are. */
export function applyAside(text: HTMLTextAreaElement, from: number, to: number, words: string): void {
  const moved = (at: number) => (at <= from ? at : Math.max(from + words.length, at + words.length - (to - from)));
  const [start, end] = [moved(text.selectionStart), moved(text.selectionEnd)];
  if (document.activeElement === text) {
    applyEdit(text, { from, to, text: words, start, end });
  } else {
    setWords(text, from, to, words);
    text.setSelectionRange(start, end);
  }
}

function setWords(text: HTMLTextAreaElement, from: number, to: number, words: string): void {
  text.setRangeText(words, from, to);
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
