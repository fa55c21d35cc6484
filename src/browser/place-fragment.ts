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
  const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
  old.replaceWith(piece);
  if (focused) piece.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function isInUse(element: Element): boolean {
  const atHand = element.matches(':hover, :focus-within') && performance.now() - movedAt < restMs;
  // What is pressed must be what stood there, however long the pointer has rested.
  const aimed = element.querySelector(':is(button, select, input, summary):is(:hover, :focus), label:hover');
  return atHand || aimed !== null || [...element.querySelectorAll('input, select, textarea')].some(isBegun);
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
