import type { Translator } from '#i18n/translator.ts';
import type { TicketContent } from './content.ts';

/** What a mail says of its message's files: how many, and their names. They are fetched from the request. */
export function fileFacts(
  { files = [] }: Pick<TicketContent, 'files'>,
  { t, locale }: Translator,
): readonly (readonly [label: string, value: string])[] {
  if (files.length === 0) return [];
  // Each name stands for itself, whichever way its letters run.
  const names = files.map((name) => `\u2068${name}\u2069`);
  return [[t('files.mail', { count: files.length }), new Intl.ListFormat(locale, { type: 'unit' }).format(names)]];
}
