import type { PeopleFrame, ServerFrame } from '#live/protocol.ts';
import { waitBefore } from './backoff.ts';
import { fetchUpdates, numberOf } from './fetch-updates.ts';
import { LiveConnection } from './live-connection.ts';
import { LiveLine } from './live-line.ts';

const pollEveryMs = 30_000;
/** A page that comes back asks, unless it has just asked. */
const askedEnoughMs = 5_000;

/**
 * Keeps a part of a page up to date: `data-live` is the socket's address,
 * `data-updates` the fragment's, `data-after` the newest number shown (threads).
 * A lost whisper heals at the next one, on reconnect, on focus, on `online`,
 * and by a slow poll while there is no socket; a fetch that failed is tried again.
 */
export abstract class LiveElement extends HTMLElement {
  readonly #line = new LiveLine();
  #connection: LiveConnection | null = null;
  #after: number | null = null;
  #wanted = 0;
  #busy = false;
  #again = false;
  #joined = false;
  #askedAt = 0;
  #leave = new AbortController();
  #poll: number | undefined;
  #failures = 0;
  #retry: number | undefined;

  /** Shortest time between two fetches. */
  protected readonly everyMs: number = 0;

  protected abstract show(fragment: DocumentFragment, after: number | null): void;

  protected onPeople(_frame: PeopleFrame): void {}

  protected say: LiveConnection['say'] = (frame) => this.#connection?.say(frame);

  connectedCallback(): void {
    const { live } = this.dataset;
    if (!live || this.#connection) return;
    this.#after = numberOf(this.dataset.after);
    this.#connection = new LiveConnection(live, {
      onHello: ({ after }) => this.#arrive(after),
      onFrame: (frame) => this.#hear(frame),
      onDown: (attempt) => this.#down(attempt),
    });
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const back = () => {
      if (document.visibilityState !== 'visible') return;
      this.#connection?.wake();
      if (performance.now() - this.#askedAt > askedEnoughMs) void this.catchUp();
    };
    for (const event of ['online', 'focus', 'pageshow']) window.addEventListener(event, back, { signal });
    document.addEventListener('visibilitychange', back, { signal });
    window.addEventListener('offline', () => this.#connection?.drop(), { signal });
    window.addEventListener('pagehide', () => this.#connection?.drop(), { signal });
    this.#poll = setInterval(() => !this.#connection?.isLive && !document.hidden && void this.catchUp(), pollEveryMs);
    this.#connection.open();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    clearInterval(this.#poll);
    clearTimeout(this.#retry);
    this.#connection?.close();
    this.#connection = null;
  }

  /** Fetches what is new; asked again meanwhile, it fetches once more. */
  protected async catchUp(): Promise<void> {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#again && this.#connection) {
      this.#again = false;
      await this.#fetch();
      await new Promise((resolve) => setTimeout(resolve, this.everyMs));
    }
    this.#busy = false;
  }

  async #fetch(): Promise<void> {
    const before = this.#after;
    this.#askedAt = performance.now();
    const updates = await fetchUpdates(this.dataset.updates ?? '', before);
    if (updates.kind === 'gone') return this.#end();
    if (updates.kind === 'failed') return this.#tryAgain();
    this.#failures = 0;
    this.#after = updates.after ?? before;
    this.show(updates.fragment, this.#after);
    // A long absence comes in several answers.
    if (this.#after !== null && before !== null && this.#after > before && this.#after < this.#wanted)
      this.#again = true;
  }

  /** The socket may live on, and would not say again what it said. */
  #tryAgain(): void {
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.catchUp(), waitBefore(this.#failures, Math.random()));
  }

  #arrive(after: number | null): void {
    const first = !this.#joined;
    this.#joined = true;
    this.#line.show('live');
    // A list is fresh when its page is; a thread knows by its number.
    const fresh = this.#after === null ? first && performance.now() < 10_000 : after !== null && after <= this.#after;
    this.#wanted = Math.max(this.#wanted, after ?? 0);
    if (!fresh) void this.catchUp();
  }

  #hear(frame: ServerFrame): void {
    if (frame.t === 'people') this.onPeople(frame);
    if (frame.t !== 'new' || (frame.after !== null && this.#after !== null && frame.after <= this.#after)) return;
    this.#wanted = Math.max(this.#wanted, frame.after ?? 0);
    void this.catchUp();
  }

  /** A second failure may mean that the session is another: the fetch finds out, and takes a new cookie. */
  #down(attempt: number): void {
    this.#line.show(attempt === 0 ? 'off' : 'away');
    this.onPeople({ t: 'people', here: [], writing: [] });
    if (attempt === 2) void this.catchUp();
  }

  /** Signed out, or no longer theirs: reload and sign in tell them more than a loop would. */
  #end(): void {
    this.disconnectedCallback();
    this.#line.show('ended');
  }
}
