import type { Asked } from '#forms/branching.ts';
import { readSeen, seenAfter } from '#forms/seen-questions.ts';
import { askNow, type Branching } from './ask-now.ts';

const sayAfterMs = 600;

/**
 * A form whose questions depend on answers: shows, hides and requires them at
 * once, by the server's own evaluator, and tells screen readers what came up.
 * Nothing is taken out of the page, so words and focus stay where they are. The
 * server decides again when it is sent.
 */
export class RequestForm extends HTMLElement {
  /** The evaluator as it was bundled. */
  static readonly ask = askNow;

  #form: Branching = { sections: [], types: {} };
  #shown: ReadonlySet<string> = new Set();
  #leave = new AbortController();
  #saying: number | undefined;

  connectedCallback(): void {
    this.#form = JSON.parse(this.dataset['branching'] ?? '{"sections":[],"types":{}}');
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    for (const type of ['input', 'change']) this.addEventListener(type, () => this.#follow(), { signal });
    // Back and reload put words into controls without an event.
    window.addEventListener('pageshow', () => this.#follow(), { signal });
    this.querySelector('button[name="continue"]')?.remove();
    // Without script what was required before another answer would hold the form back.
    this.querySelector('form')?.removeAttribute('novalidate');
    this.#shown = new Set(
      this.#questions().flatMap(({ hidden, dataset }) => (hidden ? [] : [dataset['question'] ?? ''])),
    );
    this.#follow();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#saying);
    this.#leave.abort();
  }

  #follow(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const values = new FormData(form);
    const asked = askNow(this.#form, (key) => values.getAll(key).map(textOf));
    const came = asked.shown.filter((key) => !this.#shown.has(key));
    this.#shown = new Set(asked.shown);
    this.#show(asked);
    this.#remember(asked.shown);
    if (came.length > 0) this.#say(came);
  }

  #show({ shown, required, sections }: Asked): void {
    for (const question of this.#questions()) {
      const key = question.dataset['question'] ?? '';
      question.hidden = !shown.includes(key);
      this.#require(question, required.includes(key));
    }
    for (const section of this.querySelectorAll<HTMLElement>('[data-section]')) {
      section.hidden = !sections.includes(section.dataset['section'] ?? '');
    }
  }

  /** What nobody sees is not required: the browser would refuse to send it and could not say why. */
  #require(question: HTMLElement, isRequired: boolean): void {
    const controls = question.querySelectorAll<HTMLInputElement>('input, select, textarea');
    const isList = controls.length > 1;
    for (const control of controls) {
      if (!isList && control.type !== 'file') control.required = isRequired && !question.hidden;
    }
    const empty = question.querySelector('option[value=""]');
    if (empty) empty.textContent = this.dataset[isRequired ? 'choose' : 'none'] ?? '';
    const label = question.querySelector('label, legend, .label');
    const optional = question.querySelector('.optional');
    if (isRequired) optional?.remove();
    else if (!optional && label && !question.querySelector('.one-box')) {
      const words = document.createElement('span');
      words.className = 'optional';
      words.textContent = ` ${this.dataset['optional'] ?? ''}`;
      label.append(words);
    }
  }

  /** The server must know what the person has seen: what they left empty there stays empty. */
  #remember(shown: readonly string[]): void {
    const field = this.querySelector<HTMLInputElement>('input[name="shown"]');
    if (field) field.value = seenAfter(readSeen(field.value).ever, shown);
  }

  /** Once the hand rests: a text being typed may bring up and take back. */
  #say(keys: readonly string[]): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const names = this.#questions()
        .filter(({ hidden, dataset }) => !hidden && keys.includes(dataset['question'] ?? ''))
        .map((question) => nameOf(question));
      const line = this.querySelector('[data-said]');
      if (line && names.length > 0) {
        line.textContent = (this.dataset['news'] ?? '{questions}').replace('{questions}', () => names.join(', '));
      }
    }, sayAfterMs);
  }

  #questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')];
  }
}

/** A file stands for itself: whether there is one is all that counts. */
function textOf(value: FormDataEntryValue): string {
  return typeof value === 'string' ? value : value.name;
}

function nameOf(question: HTMLElement): string {
  const label = question.querySelector('legend, label, .label')?.cloneNode(true);
  if (!(label instanceof Element)) return '';
  label.querySelector('.optional')?.remove();
  return (label.textContent ?? '').trim();
}
