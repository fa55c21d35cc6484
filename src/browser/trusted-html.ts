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
  const own = new URL(response.url).origin === location.origin;
  const html = response.headers.get('Content-Type')?.startsWith('text/html') === true;
  if (!own || !html || !response.ok) return null;
  const text = await response.text();
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(text) : text;
  return template.content;
}
