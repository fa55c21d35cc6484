/** Six digits however they were pasted: spaced, hyphened, full-width. Null for anything else. */
export function sixDigits(typed: string): string | null {
  const text = typed
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}.]/gu, '');
  return /^\d{6}$/.test(text) ? text : null;
}
