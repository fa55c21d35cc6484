/** A hand that has done nothing for this long is at rest. */
const restMs = 3_000;
const retryMs = 500;

const waiting = new Map<string, Element>();
let movedAt = 0;
let retry: number | undefined;

for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel']) {
  const moved = () => {
    movedAt = performance.now();
  };
  window.addEventListener(event, moved, { capture: true, passive: true });
}

let sentAt = Number.NEGATIVE_INFINITY;
let sentIn: ReadonlySet<string> = new Set();

// What a form of the page has just changed is expected there, maybe after a piece that was older.
document.addEventListener('portico:changed', () => {
  sentAt = performance.now();
  sentIn = new Set([...document.querySelectorAll('[data-sent]')].flatMap(idsAround));
});

function idsAround(element: Element | null): string[] {
  return element ? [element.id, ...idsAround(element.parentElement)] : [];
}

/**
 * Puts pieces in the place of the elements with their ids, one by one, as soon
 * as nobody's hand is there: nothing moves under a pointer, and nothing that
 * somebody has begun to fill in is lost.
 */
export function replaceById(pieces: Iterable<Element>): void {
  for (const piece of pieces) waiting.set(piece.id, piece);
  placeWaiting();
}

function placeWaiting(): void {
  clearTimeout(retry);
  for (const [id, piece] of waiting) {
    const old = document.getElementById(id);
    if (old && !old.isEqualNode(piece)) {
      if (isInUse(old)) continue;
      place(old, piece);
    }
    waiting.delete(id);
  }
  if (waiting.size > 0) retry = setTimeout(placeWaiting, retryMs);
}

function place(old: Element, piece: Element): void {
  const focused = old.contains(document.activeElement) ? placeOfFocus(document.activeElement) : null;
  for (const { id } of old.querySelectorAll('details[open][id]:not(.value-change:has([data-sent]))')) {
    piece.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  }
  old.replaceWith(piece);
  if (focused) piece.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
}

/** Where the focus stands, as a selector for the piece that comes. */
function placeOfFocus(active: Element | null): string | null {
  const href = active?.getAttribute('href');
  if (href) return `a[href="${CSS.escape(href)}"]`;
  const folded = active?.closest('details[id]');
  if (folded) return `#${CSS.escape(folded.id)} > summary`;
  return active?.id ? `#${CSS.escape(active.id)}` : null;
}

function isInUse(element: Element): boolean {
  const isBegunThere = [...element.querySelectorAll('input, select, textarea')].some(isBegun);
  if (isAwaited(element)) return isBegunThere;
  const atHand = element.matches(':hover, :focus-within') && performance.now() - movedAt < restMs;
  // What is pressed must be what stood there, however long the pointer has rested.
  const aimed = element.querySelector(':is(button, select, input, summary):is(:hover, :focus), label:hover');
  return atHand || aimed !== null || isBegunThere;
}

/** Whoever has just sent a form of it waits for what comes of it. */
function isAwaited(element: Element): boolean {
  if (sentIn.has(element.id) && performance.now() - sentAt < restMs) return true;
  const active = document.activeElement;
  return element.contains(active) && Boolean(active?.closest('[data-sent]'));
}

function isBegun(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return (
      field.selectedIndex !==
      Math.max(
        0,
        options.findLastIndex(({ defaultSelected }) => defaultSelected),
      )
    );
  }
  if (field instanceof HTMLInputElement)
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue;
}
