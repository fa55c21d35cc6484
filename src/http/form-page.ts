import type { Fields } from './fields.ts';

/**
 * The page whose form posts to this path: where somebody goes back to, and the
 * name under which what they typed is kept. `/requests/1043/messages` belongs
 * to `/requests/1043`, and what stands below `/members` or `/settings` to those.
 */
export function pageOfForm(path: string): string {
  return /^\/(?:requests\/\d+|members|settings)(?=\/|$)/.exec(path)?.[0] ?? path;
}

/** Whether what was filled in is worth keeping: words that the page shows again, not the press of a button. */
export function isKept(page: string, fields: Fields): boolean {
  const hasWords = ['subject', 'body', 'name'].some((field) => (fields[field] ?? '') !== '');
  return hasWords && /^\/(?:requests\/|settings$)/.test(page);
}
