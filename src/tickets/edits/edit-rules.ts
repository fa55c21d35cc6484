import { type Category, takesReply } from '../status-rules.ts';

/** So long whoever wrote a message may change it. */
export const editableForMs = 10 * 60 * 1000;

/** So often. Agents see all that a message ever said, on one page: nothing hides behind many changes. */
export const mostEdits = 20;

export type EditRefusal = 'closed' | 'late' | 'often';

interface Editable {
  readonly category: Category;
  readonly sentAt: number;
  /** How often it was changed; left out where only a way to its page is shown. */
  readonly edits?: number;
}

/** What stands against a change of an own message; null: nothing. */
export function editRefusal({ category, sentAt, edits = 0 }: Editable, now: number): EditRefusal | null {
  if (!takesReply(category)) return 'closed';
  if (now - sentAt > editableForMs) return 'late';
  return edits >= mostEdits ? 'often' : null;
}
