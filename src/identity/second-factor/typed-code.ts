import { withoutSpacing } from '#lib/six-digits.ts';

/** What somebody typed where a code is asked for: an app's six digits, one of their recovery codes, or neither. */
export type TypedCode = { readonly kind: 'totp' | 'recovery'; readonly code: string } | null;

/** Spaces, hyphens, capitals and the letters that Crockford's alphabet leaves out are forgiven. */
export function typedCode(typed: string): TypedCode {
  const text = withoutSpacing(typed).toLowerCase();
  if (/^\d{6}$/.test(text)) return { kind: 'totp', code: text };
  const letters = text.replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(letters) ? { kind: 'recovery', code: letters } : null;
}
