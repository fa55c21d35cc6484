import { readFragment } from './trusted-html.ts';

/** What the server says there is. `gone`: not for this person, or not any more. `failed`: ask again. */
export type Updates =
  | { readonly kind: 'news'; readonly fragment: DocumentFragment; readonly after: number | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed' };

/**
 * Asks with the page's own session, so that access is checked for each person
 * and each time. `after`: the newest number shown, null for lists.
 */
export async function fetchUpdates(path: string, after: number | null): Promise<Updates> {
  const url = new URL(path, location.href);
  if (after !== null) url.searchParams.set('after', String(after));
  try {
    const { tenant } = document.documentElement.dataset;
    const headers = { Accept: 'text/html', ...(tenant && { 'X-Tenant': tenant }) };
    const response = await fetch(url, { headers, cache: 'no-store' });
    // An answer from elsewhere is a sign-in page or the like.
    if (new URL(response.url).pathname !== url.pathname || [401, 403, 404, 410].includes(response.status))
      return { kind: 'gone' };
    const fragment = await readFragment(response);
    return fragment ? { kind: 'news', fragment, after: numberOf(response.headers.get('X-After')) } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

export function numberOf(text: string | null | undefined): number | null {
  return text && /^\d+$/.test(text) ? Number(text) : null;
}
