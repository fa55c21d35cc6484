import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from './context.ts';
import type { Look } from './frame.ts';
import { markForms } from './mark-forms.ts';

/**
 * A whole page under the policy of SECURITY §1.8: no inline script, one inline
 * style known by its hash, so that pages need no nonce.
 */
export async function sendPage(
  c: AppContext,
  look: Pick<Look, 'themeHash'>,
  page: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const socket = `${new URL(c.req.url).protocol === 'https:' ? 'wss' : 'ws'}://${new URL(c.req.url).host}`;
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'sha256-${look.themeHash}'`,
      "img-src 'self'",
      "font-src 'self'",
      `connect-src 'self' ${socket}`,
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      'trusted-types portico',
      "require-trusted-types-for 'script'",
    ].join('; '),
  );
  return c.html(markForms(c, String(await page)), status);
}

/** A piece of a page, for the elements that put it into one. Same rules, no document around it. */
export async function sendFragment(c: AppContext, fragment: Child): Promise<Response> {
  return c.html(markForms(c, String(await fragment)));
}
