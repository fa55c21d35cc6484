import { cleanLine, lengthOf } from './text.ts';

/** Characters that a tag may have, and tags that a ticket may have. */
export const longestTag = 40;
export const mostTags = 20;

/** A tag as it is stored: lower case, hyphens for spaces, no commas. Empty: no tag. */
export const tagName = (raw: string): string =>
  cleanLine(raw.replaceAll(',', ' '))
    .toLowerCase()
    .replace(/[\s-]+/g, '-')
    .replace(/^[-#]+|-+$/g, '');

/** The tags that somebody typed with commas between them, each once. Those that are too long are told apart. */
export const tagsIn = (typed: string): { readonly names: readonly string[]; readonly tooLong: readonly string[] } => {
  const all = [...new Set(typed.split(',').map(tagName))].filter((name) => name !== '');
  const isLong = (name: string) => lengthOf(name) > longestTag;
  return { names: all.filter((name) => !isLong(name)), tooLong: all.filter(isLong) };
};
