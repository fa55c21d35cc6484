/**
 * The host that a request came to: from its URL alone, never a header
 * (X-Forwarded-Host and the like are whatever the client likes them to be).
 * Lower case, IDNA ASCII form, no port, no trailing dot.
 */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}
