import { renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import type { Reader } from '#ui/reader.ts';

/** What was typed as the thread will show it, or words where nothing was. */
export function previewOf({ t }: Reader, typed: string): SafeHtml {
  return renderMarkdown(typed.trim() === '' ? t('reply.previewEmpty') : typed);
}
