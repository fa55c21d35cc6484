import type { SafeHtml } from '#lib/markdown.ts';
import { cleanText } from '#lib/text.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import type { Reader } from '#ui/reader.ts';
import { previewText } from '#ui/written-text.ts';

/** What was typed as the thread will show it, or words where nothing was. */
export function previewOf({ t }: Reader, typed: string, files: ComposerFiles): SafeHtml {
  const text = cleanText(typed);
  return previewText(text === '' ? t('reply.previewEmpty') : text, files);
}
