import { applyEdit } from './apply-edit.ts';
import { continueLine } from './continue-line.ts';
import type { Edit, Selected } from './edit.ts';
import { linkTo, linkWords } from './link-words.ts';
import { markLines } from './mark-lines.ts';
import { markCode, markWords } from './mark-words.ts';

const marks: Readonly<Record<string, (selected: Selected) => Edit>> = {
  bold: (selected) => markWords(selected, '**'),
  italic: (selected) => markWords(selected, '_'),
  code: markCode,
  link: linkWords,
  list: (selected) => markLines(selected, 'list'),
  numbers: (selected) => markLines(selected, 'numbers'),
  quote: (selected) => markLines(selected, 'quote'),
};

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The marks of Markdown by buttons and keys, around one text field; the browser's own undo takes each back. */
export class MarkdownEditor extends HTMLElement {
  #leave = new AbortController();
  #isPlain = false;

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.addEventListener('keydown', (event) => this.#pressed(event), { signal });
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('paste', (event) => this.#pasted(event), { signal });
    // The field keeps its focus, and phones their keyboard.
    this.#bar?.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    for (const button of this.#buttons) button.title = titleOf(button);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  get #text(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  get #bar(): HTMLElement | null {
    return this.querySelector('[role="toolbar"]');
  }

  get #buttons(): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('button[data-mark]')];
  }

  #clicked({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-mark]') : null;
    const mark = marks[button?.dataset['mark'] ?? ''];
    if (!button || !mark) return;
    this.#stopAt(button);
    this.#text?.focus();
    this.#change(mark);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    this.#isPlain = event.shiftKey && event.code === 'KeyV';
    if (event.target === this.#text) this.#typed(event);
    else this.#walk(event);
  }

  #typed(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key === 'Enter') {
      const isBare = !ctrlKey && !metaKey && !altKey && !shiftKey;
      if (isBare && this.#change(continueLine)) event.preventDefault();
      return;
    }
    const mark = marks[markOf(event) ?? ''];
    if (!mark) return;
    event.preventDefault();
    this.#change(mark);
  }

  /** Arrow keys go along the bar, of which Tab sees one button. */
  #walk(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    if (at === -1) return;
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const steps: Readonly<Record<string, number>> = {
      [forward]: (at + 1) % buttons.length,
      [backward]: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = buttons[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.#stopAt(next);
    next.focus();
  }

  #stopAt(button: HTMLButtonElement): void {
    for (const each of this.#buttons) each.tabIndex = each === button ? 0 : -1;
  }

  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (this.#isPlain || event.target !== this.#text) return;
    if (this.#change((selected) => linkTo(selected, text))) event.preventDefault();
  }

  #change(edit: (selected: Selected) => Edit | null): boolean {
    const text = this.#text;
    if (!text || text.disabled || text.readOnly) return false;
    const change = edit({ value: text.value, start: text.selectionStart, end: text.selectionEnd });
    if (change) applyEdit(text, change);
    return change !== null;
  }
}

function markOf(event: KeyboardEvent): string | null {
  const isCommand = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!isCommand || event.altKey) return null;
  const byKey = { b: 'bold', i: 'italic', e: 'code', k: 'link' } as const;
  const byPlace = { Digit7: 'numbers', Digit8: 'list', Digit9: 'quote' } as const;
  // Keyboards without these letters have them where Latin ones do.
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace('Key', '').toLowerCase();
  return (event.shiftKey ? lookUp(byPlace, event.code) : lookUp(byKey, key)) ?? null;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function titleOf(button: HTMLButtonElement): string {
  const keys = button.getAttribute('aria-keyshortcuts')?.split(' ')[isApple ? 1 : 0] ?? '';
  const shown = isApple ? keys.replace('Meta+', '⌘').replace('Shift+', '⇧') : keys.replace('Control', 'Ctrl');
  return `${button.getAttribute('aria-label') ?? ''} (${shown})`;
}
