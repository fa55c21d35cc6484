import { type Category, takesReply } from '../status-rules.ts';

/** So long whoever wrote a message may change it. */
export const editableForMs = 10 * 60 * 1000;

/** What stands against a change of an own message; null: nothing. */
export function editRefusal(
  { category, sentAt }: { readonly category: Category; readonly sentAt: number },
  now: number,
): 'closed' | 'late' | null {
  if (!takesReply(category)) return 'closed';
  return now - sentAt > editableForMs ? 'late' : null;
}
