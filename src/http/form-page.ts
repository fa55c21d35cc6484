import type { Fields } from './fields.ts';

/**
 * The page whose form posts to this path: where somebody goes back to, and the
 * name under which what they typed is kept. `/requests/1043/messages` belongs
 * to `/requests/1043`, and what stands below `/members` or `/settings` to those;
 * the page that changes a message stands for itself.
 */
export function pageOfForm(path: string): string {
  return /^\/(?:requests\/\d+(?:\/messages\/\d+\/revision)?|members|settings)(?=\/|$)/.exec(path)?.[0] ?? path;
}

/** Whether what was filled in is worth keeping: words that the page shows again, not the press of a button. */
export function isKept(page: string, fields: Fields): boolean {
  const isFilled = (field: string) => (fields[field] ?? '') !== '';
  // The tenant's own forms ask what they like.
  if (page.startsWith('/requests/new')) return Object.keys(fields).some((name) => isFilled(name) && !unsaid.has(name));
  return ['subject', 'body', 'name'].some(isFilled) && /^\/(?:requests\/|settings$)/.test(page);
}

/** What a form sends though nobody has said anything. */
const unsaid = new Set(['key', 'workspace', 'follow_up', 'form', 'shown', 'priority', 'upload_key', 'continue']);
