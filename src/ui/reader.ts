import type { Locale, Overrides } from '#i18n/catalogue.ts';
import { type Translator, translator } from '#i18n/translator.ts';
import type { TimeReader } from '#lib/times.ts';

/** The person a page is made for: their words, their zone, the moment. Every component that speaks takes one. */
export type Reader = Translator & TimeReader & { readonly locale: Locale };

export const readerOf = (input: { locale: Locale; zone: string; now: number; overrides?: Overrides }): Reader => ({
  ...translator(input.locale, input.overrides),
  zone: input.zone,
  now: input.now,
});
