type DemoLogo = { readonly light: string; readonly dark: string; readonly width: number; readonly height: number };

/** Letters drawn as circles and lines, so that they look alike wherever they are shown. */
const logo = (width: number, mark: string, letters: string, ink: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="32" viewBox="0 0 ${width} 32" fill="none">${mark}` +
  `<path stroke="${ink}" stroke-width="2.9" d="${letters}"/></svg>`;

/** A press seen from the front: two beams that meet. */
const acmeMark = (ground: string, beam: string, glow: string) =>
  `<rect y="2" width="28" height="28" rx="7" fill="${ground}"/>` +
  `<path d="M6.5 22.5 14 8l7.5 14.5" stroke="${beam}" stroke-width="3.2" stroke-linejoin="round" stroke-linecap="round"/>` +
  `<path d="M14 18v4.5" stroke="${glow}" stroke-width="3.2" stroke-linecap="round"/>`;

const acmeLetters =
  'M50.6 9.200V23.200M50.6 16.200a5.6 5.6 0 1 1-11.2 0 5.6 5.6 0 0 1 11.2 0' +
  'M66.2 12.200a5.6 5.6 0 1 0 0 8M72 23.200V9.200M72 14.800a4.2 4.2 0 0 1 8.4 0v8.4' +
  'M80.4 14.800a4.2 4.2 0 0 1 8.4 0v8.400M94 16.200h11.200a5.6 5.6 0 1 0-1.6 4';

/** A globe in two halves, one of them in the sun. */
const globexMark = (ball: string, sun: string) =>
  `<circle cx="14" cy="16" r="13" fill="${ball}"/>` +
  `<path d="M14 3a13 13 0 0 1 0 26c5-3.5 7.5-8 7.5-13S19 6.5 14 3Z" fill="${sun}"/>` +
  `<path d="M2 16h13" stroke="#fff" stroke-opacity=".55" stroke-width="1.8"/>` +
  `<path d="M14 3C9.5 7 7.5 11.5 7.5 16s2 9 6.5 13" stroke="#fff" stroke-opacity=".55" stroke-width="1.8"/>`;

const globexLetters =
  'M50.6 9.200v13.400a5.6 5.6 0 0 1-10.4 2.900M50.6 16.200a5.6 5.6 0 1 1-11.2 0 5.6 5.6 0 0 1 11.2 0' +
  'M57.4 3.500V23.200M75.2 16.200a5.6 5.6 0 1 1-11.2 0 5.6 5.6 0 0 1 11.2 0' +
  'M81.6 3.500V23.200M92.8 16.200a5.6 5.6 0 1 1-11.2 0 5.6 5.6 0 0 1 11.2 0' +
  'M97.4 16.200h11.200a5.6 5.6 0 1 0-1.6 4M111.6 9.600l10.4 13.200M122 9.600l-10.4 13.2';

export const acmeLogo: DemoLogo = {
  width: 108,
  height: 32,
  light: logo(108, acmeMark('#0f766e', '#ffffff', '#fbbf24'), acmeLetters, '#12302d'),
  dark: logo(108, acmeMark('#14b8a6', '#04211e', '#fff3c4'), acmeLetters, '#e6f4f2'),
};

export const globexLogo: DemoLogo = {
  width: 126,
  height: 32,
  light: logo(126, globexMark('#6d28d9', '#ff7a59'), globexLetters, '#241445'),
  dark: logo(126, globexMark('#8b5cf6', '#ff8f73'), globexLetters, '#f1ecfb'),
};
