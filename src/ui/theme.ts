import { paletteFrom, type Tokens } from '#lib/palette.ts';

/** Portico's own accent, for pages that belong to no tenant. */
export const platformAccent = '#3451b2';

export type Theme = {
  /** The one inline style of every page: custom properties for both schemes. */
  readonly css: string;
  /** Base64; the policy says `style-src 'self' 'sha256-…'`. */
  readonly sha256: string;
  /** The accent was shifted so that it can be read: tell the admin. */
  readonly adjusted: boolean;
};

/**
 * The tokens of a brand as the page's style, with its hash for the policy.
 * Compute it when the brand is saved and store both, so that they always match.
 *
 * @throws RangeError when the accent is not `#rrggbb`
 */
export const themeOf = async (accent: string): Promise<Theme> => {
  const { light, dark, adjusted } = paletteFrom(accent);
  const css = `:root{${declare(light)}}@media (prefers-color-scheme:dark){:root{${declare(dark)}}}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return { css, sha256: btoa(String.fromCharCode(...new Uint8Array(digest))), adjusted };
};

const declare = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
