import { readFragment } from './trusted-html.ts';

const pauseMs = 700;

/**
 * Shows the server's own rendering in place: the form's `[data-preview]` button
 * opens and closes it, and it follows the text while open. When the fetch fails
 * the button does what it does without script.
 */
export class MarkdownPreview extends HTMLElement {
  #pause: number | undefined;
  #turn = 0;
  #leave = new AbortController();

  connectedCallback(): void {
    const form = this.closest('form');
    const button = form?.querySelector<HTMLButtonElement>('[data-preview]');
    if (!form || !button) return;
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    let plain = false;
    button.setAttribute('aria-expanded', String(this.#isOpen));
    button.addEventListener(
      'click',
      (event) => {
        if (plain) return;
        event.preventDefault();
        if (this.#isOpen) return this.#open(button, false);
        void this.#refresh(form, button).then((shown) => {
          plain = !shown;
          if (plain) form.requestSubmit(button);
        });
      },
      { signal },
    );
    form.addEventListener(
      'input',
      () => {
        clearTimeout(this.#pause);
        if (this.#isOpen) this.#pause = setTimeout(() => void this.#refresh(form, button), pauseMs);
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  get #isOpen(): boolean {
    return this.querySelector('[data-preview-area]:not([hidden])') !== null;
  }

  #open(button: Element, open: boolean): void {
    this.querySelector('[data-preview-area]')?.toggleAttribute('hidden', !open);
    button.setAttribute('aria-expanded', String(open));
  }

  /** False where there was no answer to show; of two answers only the later is shown. */
  async #refresh(form: HTMLFormElement, button: HTMLButtonElement): Promise<boolean> {
    const turn = ++this.#turn;
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    try {
      const response = await fetch(button.dataset.preview ?? '', { method: 'POST', body: new URLSearchParams(fields) });
      const fragment = await readFragment(response);
      if (!fragment) return false;
      if (turn !== this.#turn) return true;
      this.querySelector('[data-preview-body]')?.replaceChildren(fragment);
      this.#open(button, true);
      return true;
    } catch {
      return false;
    }
  }
}
