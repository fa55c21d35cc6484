import type { AppContext } from './context.ts';

/**
 * An agent's forms say for which tenant they were rendered: whoever switches in
 * another tab and then sends this page must not write into the other company's
 * ticket of the same number (`readForm` compares). The ways in, out and across
 * are the same everywhere.
 */
export function markForms(c: AppContext, html: string): string {
  const claim = c.get('claim');
  if (claim?.kind !== 'agent') return html;
  const field = `<input type="hidden" name="${tenantField}" value="${claim.tenantId}" autocomplete="off"/>`;
  return html.replace(postForm, `$&${field}`);
}

export const tenantField = 'tenant';

// What people write is escaped, so that only our own markup has an angle bracket here.
const postForm = /<form\b(?=[^>]*\smethod="post")(?![^>]*\saction="\/(?:sign-|tenants))[^>]*>/g;
