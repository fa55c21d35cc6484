import { seenThrough } from './entry-order.ts';
import { numberOf } from './fetch-updates.ts';

/** How long an entry must stand before its reader before it counts as read. */
const readMs = 1_500;

/**
 * Tells how far the reader has seen what came in. The hidden `seen` of each form
 * follows it, so that the server still stops an answer to a thread that moved on
 * unseen: below the edge of the window, in another tab, or a blink before Send.
 */
export class ShownEntries {
  readonly #arrivals = new Map<Element, { readonly seq: number; shown: boolean; timer?: number }>();
  #after: number;
  #seen: number;
  readonly #observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) this.#watch(target, isIntersecting);
    },
    { rootMargin: '0px 0px -40px 0px' },
  );

  readonly #onSeen: (seen: number) => void;

  /** `after`: what the page was rendered at. `onSeen` hears each number that the reader has seen since. */
  constructor(after: number, onSeen: (seen: number) => void) {
    this.#after = this.#seen = after;
    this.#onSeen = onSeen;
  }

  /** Forms that came with an answer know what the reader may not have seen yet. */
  hold(fragment: DocumentFragment): void {
    for (const field of seenFields(fragment)) field.value = String(this.#seen);
  }

  /** `after`: the newest number that the fragment reached, shown as an entry or not. */
  add(entries: readonly Element[], after: number): void {
    this.#after = after;
    for (const entry of entries) {
      const seq = numberOf(entry.getAttribute('data-seq'));
      if (seq === null) continue;
      this.#arrivals.set(entry, { seq, shown: false });
      this.#observer.observe(entry);
    }
    this.#tell();
  }

  #watch(entry: Element, visible: boolean): void {
    const arrival = this.#arrivals.get(entry);
    if (!arrival) return;
    clearTimeout(arrival.timer);
    if (visible) arrival.timer = setTimeout(() => this.#read(entry), readMs);
  }

  #read(entry: Element): void {
    const arrival = this.#arrivals.get(entry);
    if (!arrival) return;
    if (document.hidden) {
      this.#watch(entry, true);
      return;
    }
    arrival.shown = true;
    this.#observer.unobserve(entry);
    this.#tell();
  }

  #tell(): void {
    const before = this.#seen;
    const arrivals = [...this.#arrivals.values()].sort((a, b) => a.seq - b.seq);
    this.#seen = seenThrough(arrivals, this.#after);
    if (this.#seen > before) this.#onSeen(this.#seen);
    for (const field of seenFields(document)) {
      // A form may have been rendered later than the thread: never backwards.
      if (Number(field.value) < this.#seen) field.value = String(this.#seen);
    }
  }
}

function seenFields(root: ParentNode): NodeListOf<HTMLInputElement> {
  return root.querySelectorAll('input[name="seen"]');
}
