import { expect, test } from 'vitest';
import { themeOf } from './theme.ts';

test('the hash is that of the style, byte for byte', async () => {
  const { css, sha256 } = await themeOf('#0f766e');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  expect(sha256).toBe(btoa(String.fromCharCode(...new Uint8Array(digest))));
});

test('the style holds nothing but colours, once for each scheme', async () => {
  const { css } = await themeOf('#ff5a36');
  const scheme = ':root\\{(?:--[a-z-]+:#[0-9a-f]{6};?)+\\}';
  expect(css).toMatch(new RegExp(`^${scheme}@media \\(prefers-color-scheme:dark\\)\\{${scheme}\\}$`));
});

test('a shifted accent is said', async () => {
  expect((await themeOf('#ffffff')).adjusted).toBe(true);
  expect((await themeOf('#0f766e')).adjusted).toBe(false);
});
