interface Policies {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: Policies;
  }
}

const policy = window.trustedTypes?.createPolicy('portico', { createHTML: (html) => html });

/**
 * The page's only way from text to elements, allowed by its policy under the
 * name `portico`: a piece of a page that our own server rendered. Null for any
 * other answer.
 */
export async function readFragment(response: Response): Promise<DocumentFragment | null> {
  if (!response.ok) return null;
  const type = response.headers.get('Content-Type') ?? '';
  return trustedFragment({ url: response.url, type, html: await response.text() });
}

/** The same for an answer that was read by other means. */
export function trustedFragment(answer: { url: string; type: string; html: string }): DocumentFragment | null {
  const isOwn = new URL(answer.url).origin === location.origin;
  if (!isOwn || !answer.type.startsWith('text/html')) return null;
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(answer.html) : answer.html;
  return template.content;
}
