const waiting = new Map<string, Element>();

/**
 * Puts pieces in the place of the elements with their ids. What the pointer is
 * on or the focus is in stays until they have left: nothing moves under a hand.
 */
export function replaceById(pieces: Iterable<Element>): void {
  for (const piece of pieces) {
    const old = document.getElementById(piece.id);
    if (!old || old.isEqualNode(piece)) waiting.delete(piece.id);
    else if (isInUse(old)) wait(old, piece);
    else old.replaceWith(piece);
  }
}

function isInUse(element: Element): boolean {
  return element.matches(':hover, :focus-within');
}

function wait(old: Element, piece: Element): void {
  const watched = waiting.has(piece.id);
  waiting.set(piece.id, piece);
  if (watched) return;
  const leave = new AbortController();
  const retry = () =>
    // The focus has not reached its next place while the event runs.
    setTimeout(() => {
      const newest = waiting.get(piece.id);
      if (newest && old.isConnected && isInUse(old)) return;
      leave.abort();
      waiting.delete(piece.id);
      if (newest) old.replaceWith(newest);
    });
  for (const event of ['pointerleave', 'focusout']) old.addEventListener(event, retry, { signal: leave.signal });
}
