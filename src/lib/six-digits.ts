/** Six digits however they were pasted: spaced, hyphened, full-width. Null for anything else. */
export function sixDigits(typed: string): string | null {
  const text = withoutSpacing(typed);
  return /^\d{6}$/.test(text) ? text : null;
}

/** What stands between the characters of a code when it is copied from somewhere. */
export function withoutSpacing(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}.]/gu, '');
}
