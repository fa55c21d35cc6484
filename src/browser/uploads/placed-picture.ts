import { applyAside, applyEdit } from '../editor/apply-edit.ts';

const shown = /^image\/(?:png|jpeg|gif|webp)$/;

/** The text of a form that pictures can stand in, where something came into it. */
export function textOfPictures(target: EventTarget | null): HTMLTextAreaElement | null {
  const isText = target instanceof HTMLTextAreaElement && !target.disabled && !target.readOnly;
  return isText && target.closest('markdown-editor') ? target : null;
}

/** By what it says of itself; the server looks for itself. */
export function isPictureFile({ type }: File): boolean {
  return shown.test(type);
}

/**
 * A picture's place in a text. Words hold it while the picture is on its way;
 * whoever takes them out takes the picture out of the text, and it is attached
 * below.
 */
export class PlacedPicture {
  readonly #text: HTMLTextAreaElement;
  readonly #holder: string;

  /** `waiting`: what the text says meanwhile. */
  constructor(text: HTMLTextAreaElement, waiting: string) {
    this.#text = text;
    this.#holder = holderFor(text.value, waiting);
    const { selectionStart: from, selectionEnd: to } = text;
    const end = from + this.#holder.length;
    applyEdit(text, { from, to, text: this.#holder, start: end, end });
  }

  /** It is there: the text names it from now on. */
  arrive(id: string, name: string): void {
    this.#replace(`![${name.replace(/[[\]\\]/g, '\\$&')}](attachment:${id})`);
  }

  /** It does not come, or is none. */
  leave(): void {
    this.#replace('');
  }

  #replace(words: string): void {
    const at = this.#text.value.indexOf(this.#holder);
    if (at >= 0) applyAside(this.#text, at, at + this.#holder.length, words);
  }
}

/** Takes a picture out of the texts of a form, wherever they name it. */
export function takeOut(form: HTMLFormElement | null, id: string): void {
  for (const text of form?.querySelectorAll<HTMLTextAreaElement>('markdown-editor textarea') ?? []) {
    const named = new RegExp(`!\\[(?:\\\\.|[^[\\]\\\\\\n])*\\]\\(attachment:${id}\\)`);
    for (let found = named.exec(text.value); found; found = named.exec(text.value))
      applyAside(text, found.index, found.index + found[0].length, '');
  }
}

/** Two pictures of one name are told apart. */
function holderFor(value: string, waiting: string): string {
  const words = waiting.replace(/[[\]\\\n]/g, ' ');
  let holder = `![${words}…]()`;
  for (let n = 2; value.includes(holder); n += 1) holder = `![${words} ${n}…]()`;
  return holder;
}
