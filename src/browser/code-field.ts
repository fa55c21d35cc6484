import { codeIn } from './code-text.ts';

/** Takes a code as people paste it, and sends the form when it is whole. Once for each code: a wrong one stays to be mended. */
export class CodeField extends HTMLElement {
  #sent = '';

  connectedCallback(): void {
    this.addEventListener('paste', (event) => {
      const code = codeIn(event.clipboardData?.getData('text') ?? '');
      const { target } = event;
      if (code.length < 6 || !(target instanceof HTMLInputElement)) return;
      event.preventDefault();
      target.value = code;
      this.#send(target);
    });
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#send(target);
    });
  }

  #send(field: HTMLInputElement): void {
    const code = codeIn(field.value);
    if (code.length < 6 || code === this.#sent || !field.form) return;
    this.#sent = code;
    field.value = code;
    field.form.requestSubmit();
  }
}
