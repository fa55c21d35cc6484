import { renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import { cleanText } from '#lib/text.ts';
import type { Reader } from '#ui/reader.ts';

/** What was typed as the thread will show it, or words where nothing was. */
export function previewOf({ t }: Reader, typed: string): SafeHtml {
  const text = cleanText(typed);
  return renderMarkdown(text === '' ? t('reply.previewEmpty') : text);
}
