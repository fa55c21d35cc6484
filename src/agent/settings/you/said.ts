/** What was just done, as the redirect after it says. */
const words = {
  saved: 'you.saved',
  ended: 'you.said.ended',
  'factor-added': 'you.said.factor-added',
  'factor-removed': 'you.said.factor-removed',
} as const;

export type Said = (typeof words)[keyof typeof words];

export function saidOf(text: string | undefined): Said | null {
  return text !== undefined && Object.hasOwn(words, text) ? words[text as keyof typeof words] : null;
}
