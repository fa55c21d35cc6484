import type { ClientFrame, PeopleFrame } from '#live/protocol.ts';
import { placeOf } from './entry-order.ts';
import { numberOf } from './fetch-updates.ts';
import { LiveElement } from './live-element.ts';
import { LivePeople } from './live-people.ts';
import { replaceById } from './place-fragment.ts';
import { ShownEntries } from './shown-entries.ts';

declare global {
  interface DocumentEventMap {
    /** What the reply box says to the thread on its page. */
    'portico:typing': CustomEvent<ClientFrame>;
  }
}

const lookAgainMs = [3_000, 10_000, 60_000];

/** A thread that grows while it is read. Its log (`role="log"`) reads new entries out. */
export class LiveThread extends LiveElement {
  readonly #people = new LivePeople();
  #shown = new ShownEntries(0, () => {});
  readonly #title = document.title;
  #unread = 0;
  #mailTimers: number[] = [];

  override connectedCallback(): void {
    const { reading } = this.dataset;
    this.#shown = new ShownEntries(numberOf(this.dataset.after) ?? 0, (seen) => reading && keepReading(reading, seen));
    super.connectedCallback();
    this.#mailTimers = lookAgainMs.map((ms) => setTimeout(() => this.#followMail(), ms));
    document.addEventListener('portico:typing', this.#say);
    document.addEventListener('portico:changed', this.#refresh);
    document.addEventListener('visibilitychange', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#mailTimers) clearTimeout(timer);
    document.removeEventListener('portico:typing', this.#say);
    document.removeEventListener('portico:changed', this.#refresh);
    document.removeEventListener('visibilitychange', this.#look);
  }

  protected override onPeople(frame: PeopleFrame): void {
    this.#people.show(frame);
  }

  protected override show(fragment: DocumentFragment, after: number | null): void {
    const log = this.querySelector('[data-entries]');
    this.#shown.hold(fragment);
    const pieces = [...fragment.children];
    const entries = pieces.filter((piece) => seqOf(piece) !== null);
    keepPlace(log, () => {
      const added = entries.filter((entry) => log && insert(log, entry));
      replaceById(pieces.filter((piece) => seqOf(piece) === null));
      if (after !== null) this.#shown.add(added, after);
      if (document.hidden) this.#count(added.filter((entry) => !entry.matches('.event')).length);
    });
  }

  /** No room hears when a mail has left. */
  #followMail(): void {
    if (this.querySelector('.delivery:is([data-state="owed"], [data-state="sending"])')) void this.catchUp();
  }

  #count(more: number): void {
    this.#unread += more;
    if (this.#unread > 0) document.title = `(${this.#unread}) ${this.#title}`;
  }

  #say = ({ detail }: CustomEvent<ClientFrame>) => this.say(detail);

  #refresh = () => void this.catchUp();

  #look = () => {
    if (document.hidden) return;
    this.#unread = 0;
    document.title = this.#title;
  };
}

/** So that what was read as it came in is not called new on the next visit; lost, it only is. */
function keepReading(path: string, seen: number): void {
  const body = new URLSearchParams({ seen: String(seen) });
  void fetch(path, { method: 'POST', body, keepalive: true }).catch(() => {});
}

function seqOf(element: Element): number | null {
  return numberOf(element.getAttribute('data-seq'));
}

/** False where it stands there already. */
function insert(log: Element, entry: Element): boolean {
  const shown = [...log.children].filter((child) => seqOf(child) !== null);
  const place = placeOf(
    seqOf(entry) ?? 0,
    shown.map((child) => seqOf(child) ?? 0),
  );
  if (place === null) return false;
  const next = shown[place];
  if (next) next.before(entry);
  else log.append(entry);
  return true;
}

/**
 * Runs a change of the thread without moving what its reader is at: the field
 * they write in stays where it is on the screen; who reads the end goes along;
 * all others stay where they are.
 */
function keepPlace(log: Element | null, change: () => void): void {
  const field = document.activeElement?.closest('form') ? document.activeElement : null;
  const top = field?.getBoundingClientRect().top ?? 0;
  const atEnd = (log?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY) <= window.innerHeight + 8;
  change();
  if (field && top >= 0 && top < window.innerHeight) window.scrollBy(0, field.getBoundingClientRect().top - top);
  else if (atEnd) log?.lastElementChild?.scrollIntoView({ block: 'nearest' });
}
