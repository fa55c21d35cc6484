import { LiveElement } from './live-element.ts';
import { replaceById } from './place-fragment.ts';

/** A list that stays fresh: each piece of the fragment takes the place of the element with its id. */
export class LiveList extends LiveElement {
  protected override readonly everyMs = 3_000;

  protected override show(fragment: DocumentFragment): void {
    replaceById([...fragment.children]);
  }
}
