import { describe, expect, test } from 'vitest';
import { contrast, paletteFrom } from './palette.ts';

const accents = [
  '#0f766e',
  '#6d28d9',
  '#ff5a36',
  '#ffd400',
  '#ffff00',
  '#00ff00',
  '#0000ff',
  '#ff0000',
  '#ffffff',
  '#000000',
  '#808080',
  '#767676',
  '#777777',
  '#5f94ff',
  '#f5f5dc',
  '#001122',
  '#ffc0cb',
  '#7fffd4',
  '#8b4513',
  '#fefefe',
];
const grounds = ['canvas', 'surface', 'sunken'] as const;
const meanings = ['info', 'success', 'warning', 'danger', 'note'] as const;
const schemes = accents.flatMap((accent) => (['light', 'dark'] as const).map((scheme) => [accent, scheme] as const));

describe.each(schemes)('%s in the %s scheme', (accent, scheme) => {
  const tokens = paletteFrom(accent)[scheme];

  test('text on the accent reads at 4.5:1, hovered too', () => {
    expect(contrast(tokens['on-accent'], tokens.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-accent'], tokens['accent-strong'])).toBeGreaterThanOrEqual(4.5);
  });

  test('text and links read at 4.5:1 wherever they stand', () => {
    for (const ground of [...grounds, 'accent-soft'] as const)
      for (const text of ['ink', 'ink-soft', 'accent-ink'] as const)
        expect(contrast(tokens[text], tokens[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test('words of a meaning read on the page and on their own tint, and so does plain text', () => {
    for (const meaning of meanings) {
      for (const ground of [...grounds, `${meaning}-soft`] as const)
        expect(contrast(tokens[`${meaning}-ink`], tokens[ground]), `${meaning} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      for (const text of ['ink', 'ink-soft', 'accent-ink'] as const)
        expect(contrast(tokens[text], tokens[`${meaning}-soft`]), `${text} on ${meaning}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('borders of controls, the edge of a button and the focus ring show at 3:1', () => {
    for (const ground of grounds)
      for (const edge of ['line-strong', 'focus', 'accent-edge'] as const)
        expect(contrast(tokens[edge], tokens[ground]), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  test('every token is a plain hex colour', () => {
    for (const value of Object.values(tokens)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });
});

test('an accent that works is used as it is', () => {
  for (const accent of ['#0f766e', '#6d28d9', '#ffd400', '#000000'])
    expect(paletteFrom(accent)).toMatchObject({ adjusted: false, light: { accent } });
});

test('an accent that would be lost on the page is shifted, and that is said', () => {
  for (const accent of ['#ffffff', '#fefefe', '#ffff00', '#f5f5dc']) {
    const { adjusted, light } = paletteFrom(accent);
    expect(adjusted).toBe(true);
    expect(contrast(light.accent, light.canvas)).toBeGreaterThanOrEqual(1.3);
  }
});

test('capital letters are no shift', () => {
  expect(paletteFrom('#0F766E')).toEqual(paletteFrom('#0f766e'));
});

test.each(['red', '#fff', '#12345g', '#123456;}*{x:y', ''])('%s is refused', (accent) => {
  expect(() => paletteFrom(accent)).toThrow(RangeError);
});
