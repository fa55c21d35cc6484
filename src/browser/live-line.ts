export type LiveState = 'live' | 'away' | 'off' | 'ended';

const showAfterMs = 3_000;
const backMs = 3_000;

/** The small line that says when a page is not live. Its words stand in the element's data-words-… */
export class LiveLine {
  #state: LiveState = 'live';
  #timer: number | undefined;

  show(state: LiveState): void {
    if (state === this.#state || this.#state === 'ended') return;
    this.#state = state;
    clearTimeout(this.#timer);
    if (state === 'away') this.#timer = setTimeout(() => this.#write('reconnecting'), showAfterMs);
    else if (state === 'live') this.#recover();
    else this.#write(state);
  }

  /** Says so only where somebody was told of the loss. */
  #recover(): void {
    if (!this.#line?.textContent) return;
    this.#write('back');
    this.#timer = setTimeout(() => this.#line?.replaceChildren(), backMs);
  }

  #write(word: 'reconnecting' | 'off' | 'back' | 'ended'): void {
    const line = this.#line;
    if (!line) return;
    line.dataset.state = word;
    line.textContent = line.getAttribute(`data-words-${word}`);
    const reload = line.dataset.wordsReload;
    if (!reload || (word !== 'ended' && word !== 'off')) return;
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = reload;
    line.append(' ', link);
  }

  get #line(): HTMLElement | null {
    return document.querySelector('[data-live-line]');
  }
}
