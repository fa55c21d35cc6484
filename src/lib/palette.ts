import { clampChroma, converter, formatHex, modeLrgb, modeOklch, modeRgb, useMode, wcagContrast } from 'culori/fn';

export const accentPattern = /^#[0-9a-f]{6}$/i;

/** The colours of one scheme, each `#rrggbb`; the names are those of the custom properties. */
export type Tokens = Readonly<Record<TokenName, string>>;
export type Palette = {
  readonly light: Tokens;
  readonly dark: Tokens;
  /** The accent could not carry legible text or was lost on the page, and was shifted: tell the admin. */
  readonly adjusted: boolean;
};

/**
 * All colours of a tenant from its one accent, mixed in OKLCH and fitted to sRGB.
 * Measured after rounding: text and links 4.5:1 on every surface they stand on
 * (WCAG 1.4.3), control borders and focus ring 3:1 (1.4.11).
 *
 * @throws RangeError when the accent is not `#rrggbb`
 */
export const paletteFrom = (accent: string): Palette => {
  if (!accentPattern.test(accent)) throw new RangeError('An accent is #rrggbb');
  const wanted = toOklch(accent);
  const brand: Brand = { l: wanted.l, c: wanted.c < 0.02 ? 0 : wanted.c, h: wanted.h ?? 0 };
  const light = tokensOf('light', brand, accent.toLowerCase());
  return { light, dark: tokensOf('dark', brand, light.accent), adjusted: light.accent !== accent.toLowerCase() };
};

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

const schemes = {
  light: {
    away: -1,
    tint: 0.0045,
    surfaces: { canvas: 0.982, surface: 1, sunken: 0.958 },
    ink: 0.23,
    inkSoft: 0.46,
    line: 0.912,
    lineStrong: 0.66,
    softL: 0.957,
    softC: 0.021,
    tintL: 0.5,
    solidL: 0.55,
  },
  dark: {
    away: 1,
    tint: 0.009,
    surfaces: { canvas: 0.178, surface: 0.214, sunken: 0.248 },
    ink: 0.945,
    inkSoft: 0.735,
    line: 0.298,
    lineStrong: 0.53,
    softL: 0.283,
    softC: 0.034,
    tintL: 0.79,
    solidL: 0.7,
  },
} as const;

/** Hues that mean the same at every tenant. */
const meanings = { info: 250, success: 152, warning: 68, danger: 26, note: 92 } as const;

type Brand = { readonly l: number; readonly c: number; readonly h: number };
type Scheme = keyof typeof schemes;
type Meaning = keyof typeof meanings;
type TokenName =
  | 'canvas'
  | 'surface'
  | 'sunken'
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'line-strong'
  | 'accent'
  | 'accent-strong'
  | 'on-accent'
  | 'accent-edge'
  | 'accent-ink'
  | 'accent-soft'
  | 'accent-line'
  | 'focus'
  | `${Meaning}-ink`
  | `${Meaning}-soft`
  | `${Meaning}-line`;

const tokensOf = (scheme: Scheme, brand: Brand, preferred: string): Tokens => {
  const s = schemes[scheme];
  const tint = brand.c === 0 ? 0 : s.tint;
  const neutral = (l: number, c = tint) => hex(l, c, brand.h);
  const canvas = neutral(s.surfaces.canvas);
  const surface = neutral(s.surfaces.surface);
  const sunken = neutral(s.surfaces.sunken);
  const soft = hex(s.softL, Math.min(brand.c, s.softC), brand.h);
  const grounds = [canvas, surface, sunken];
  const accent = accentFor(scheme, brand, preferred, canvas);
  const onAccent = textOn(accent) ?? white;
  const chroma = Math.min(brand.c, 0.19);
  const legible = (l: number, c: number, h: number, on: readonly string[], ratio: number) =>
    until(
      (at) => hex(at, c, h),
      l,
      s.away,
      (made) => on.every((ground) => contrast(made, ground) >= ratio),
    );

  return {
    canvas,
    surface,
    sunken,
    ink: neutral(s.ink, tint * 2),
    'ink-soft': legible(s.inkSoft, tint * 2, brand.h, [...grounds, soft], 4.5),
    line: neutral(s.line),
    'line-strong': legible(s.lineStrong, tint, brand.h, grounds, 3),
    accent,
    'accent-strong': hover(accent, onAccent),
    'on-accent': onAccent,
    'accent-edge': grounds.every((ground) => contrast(accent, ground) >= 3)
      ? accent
      : legible(brand.l, chroma, brand.h, grounds, 3),
    'accent-ink': [...grounds, soft].every((ground) => contrast(accent, ground) >= 4.5)
      ? accent
      : legible(s.tintL, chroma, brand.h, [...grounds, soft], 4.5),
    'accent-soft': soft,
    'accent-line': hex(scheme === 'light' ? 0.87 : 0.4, Math.min(brand.c, 0.07), brand.h),
    focus: legible(s.solidL, chroma, brand.h, [...grounds, soft], 3),
    ...meaningTokens(scheme, legible, grounds),
  };
};

type Legible = (l: number, c: number, h: number, on: readonly string[], ratio: number) => string;
type MeaningTokens = Record<`${Meaning}-ink` | `${Meaning}-soft` | `${Meaning}-line`, string>;

const meaningTokens = (scheme: Scheme, legible: Legible, grounds: readonly string[]): MeaningTokens => {
  const s = schemes[scheme];
  const three = <M extends Meaning>(meaning: M) => {
    const h = meanings[meaning];
    const softC = meaning === 'note' ? 0.055 : s.softC;
    const soft = hex(s.softL + (meaning === 'note' && scheme === 'light' ? 0.015 : 0), softC, h);
    const ink = legible(s.tintL, 0.13, h, [...grounds, soft], 4.5);
    return { ink, soft, line: hex(scheme === 'light' ? 0.86 : 0.42, 0.09, h) };
  };
  const [info, success, warning, danger, note] = [
    three('info'),
    three('success'),
    three('warning'),
    three('danger'),
    three('note'),
  ];
  return {
    'info-ink': info.ink,
    'info-soft': info.soft,
    'info-line': info.line,
    'success-ink': success.ink,
    'success-soft': success.soft,
    'success-line': success.line,
    'warning-ink': warning.ink,
    'warning-soft': warning.soft,
    'warning-line': warning.line,
    'danger-ink': danger.ink,
    'danger-soft': danger.soft,
    'danger-line': danger.line,
    'note-ink': note.ink,
    'note-soft': note.soft,
    'note-line': note.line,
  };
};

/** The brand's own colour where it works; else the nearest lightness at which it does. */
const accentFor = (scheme: Scheme, brand: Brand, preferred: string, canvas: string): string => {
  // Yellow may stay yellow (its edge is drawn darker), but no button may melt into the page.
  const works = (made: string) =>
    textOn(made) !== undefined && contrast(made, canvas) >= (scheme === 'light' ? 1.3 : 2);
  if (works(preferred)) return preferred;
  // White has no hue to keep: its buttons are ink.
  const start = brand.c === 0 && scheme === 'light' && brand.l > 0.8 ? 0.3 : toOklch(preferred).l;
  return until((l) => hex(l, brand.c, brand.h), start, schemes[scheme].away, works);
};

const white = '#ffffff';
const black = '#15171a';
/** White where it can be read, else near-black; nothing in the narrow band where neither can. */
const textOn = (ground: string): string | undefined => {
  const readable = (text: string) => contrast(text, ground) >= 4.5;
  return [white, black].find(readable);
};

/** Away from the text that stands on it, so that hovering never costs legibility. */
const hover = (accent: string, onAccent: string): string => {
  const { l, c, h } = toOklch(accent);
  const darker = onAccent === white && l > 0.25;
  return hex(l + (darker ? -0.055 : onAccent === white ? 0.2 : 0.05), c, h ?? 0);
};

/** Steps the lightness in the given direction until the colour does what is asked. */
const until = (make: (l: number) => string, from: number, step: number, enough: (made: string) => boolean): string => {
  for (let l = from; l >= 0 && l <= 1; l += step * 0.005) {
    const made = make(l);
    if (enough(made)) return made;
  }
  return make(step > 0 ? 1 : 0);
};

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeOklch);
const convert = converter('oklch');

const toOklch = (color: string) => convert(color) ?? { mode: 'oklch' as const, l: 0, c: 0, h: 0 };
const hex = (l: number, c: number, h: number): string =>
  formatHex(clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch'));
