import { type ClientFrame, typingEveryMs } from '#live/protocol.ts';

/** The server makes two presses one message anyway; this only spares the second answer. */
const sendingMs = 5_000;

/** A form to write in: it grows, sends by Ctrl or Cmd and Enter, says that somebody is typing, and warns before text is lost. */
export class ReplyBox extends HTMLElement {
  #saidAt = 0;
  #sendingSince = Number.NEGATIVE_INFINITY;
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.addEventListener('input', (event) => this.#typed(event), { signal });
    this.addEventListener('change', (event) => this.#typed(event), { signal });
    this.addEventListener('keydown', (event) => this.#pressed(event), { signal });
    this.addEventListener('focusout', () => this.#say({ t: 'still' }), { signal });
    this.addEventListener('submit', (event) => this.#sent(event), { signal });
    window.addEventListener('pageshow', () => this.#ready(), { signal });
    window.addEventListener('beforeunload', (event) => this.#warn(event), { signal });
    this.#grow();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  get #text(): HTMLTextAreaElement | null {
    return this.querySelector('textarea[name="body"]');
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  #typed(event: Event): void {
    if (event.target !== this.#text) return;
    this.#grow();
    // Words that come back by themselves are nobody's typing.
    if (event instanceof CustomEvent) return;
    const kind = this.#kind();
    if (!this.#text?.value.trim()) this.#say({ t: 'still' });
    else if (kind && this.#isDue()) this.#say({ t: 'typing', kind });
  }

  /** The first word is said at once. */
  #isDue(): boolean {
    return this.#saidAt === 0 || performance.now() - this.#saidAt >= typingEveryMs;
  }

  /** Null where the page does not say what is being written: then nobody is told. */
  #kind(): 'reply' | 'note' | null {
    const form = this.#form;
    const chosen = form ? new FormData(form).get('kind') : null;
    if (chosen === 'reply' || chosen === 'note') return chosen;
    return this.dataset.face === 'agent' ? null : 'reply';
  }

  #say(frame: ClientFrame): void {
    if (frame.t === 'still' && this.#saidAt === 0) return;
    this.#saidAt = frame.t === 'still' ? 0 : performance.now();
    document.dispatchEvent(new CustomEvent('portico:typing', { detail: frame }));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.target !== this.#text)
      return;
    event.preventDefault();
    const send = this.querySelector<HTMLButtonElement>('button.primary');
    this.#form?.requestSubmit(send);
  }

  #sent(event: SubmitEvent): void {
    const now = performance.now();
    if (now - this.#sendingSince < sendingMs) {
      event.preventDefault();
      return;
    }
    this.#sendingSince = now;
    this.#say({ t: 'still' });
    event.submitter?.setAttribute('aria-disabled', 'true');
    setTimeout(() => this.#ready(), sendingMs);
  }

  /** Also after Back: a page from the browser's memory must send again. */
  #ready(): void {
    this.#sendingSince = Number.NEGATIVE_INFINITY;
    for (const button of this.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
    this.#grow();
  }

  #warn(event: BeforeUnloadEvent): void {
    const isSending = performance.now() - this.#sendingSince < sendingMs;
    const isKept = this.#form?.dataset.kept !== undefined;
    if (!isSending && !isKept && this.#text?.value.trim()) event.preventDefault();
  }

  #grow(): void {
    const text = this.#text;
    if (!text || CSS.supports('field-sizing', 'content')) return;
    text.style.blockSize = 'auto';
    text.style.blockSize = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
  }
}
