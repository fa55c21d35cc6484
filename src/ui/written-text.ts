import { escapeHtml, renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import type { ComposerFiles } from './composer.tsx';
import { type FileView, fittedIn, isPicture } from './file-view.ts';

export interface WrittenText {
  readonly html: SafeHtml;
  /** The files that stand in no place of the text. */
  readonly files: readonly FileView[];
}

/** Pixels that a picture takes between words at most. */
const box = { width: 640, height: 480 } as const;

/**
 * What somebody wrote, with the pictures among its own files where the text
 * names them, each once; named again it is a link. A file of anything else than
 * this text is only its words. `path`: where the files are fetched.
 */
export function writtenText(text: string, files: readonly FileView[], path: string): WrittenText {
  const shown = new Set<FileView>();
  const html = renderMarkdown(text, (id, words) => {
    const file = files.find((each) => each.id === id);
    if (!file) return escapeHtml(words);
    const name = escapeHtml(words.trim() || file.name);
    const href = escapeHtml(`${path}/${file.id}`);
    if (!isPicture(file) || shown.has(file)) return `<a href="${href}">${name}</a>`;
    shown.add(file);
    const { width, height } = fittedIn(box, file);
    const size = `width="${width}" height="${height}"`;
    return `<a class="picture" href="${href}"><img src="${href}" alt="${name}" ${size} loading="lazy" decoding="async"></a>`;
  });
  return { html, files: files.filter((file) => !shown.has(file)) };
}

/** What is being written, with the pictures that will go with it. */
export function previewText(text: string, { uploads, ids }: Pick<ComposerFiles, 'uploads' | 'ids'>): SafeHtml {
  const files = uploads.kept.filter(({ id }) => ids.includes(id));
  return writtenText(text, files, uploads.filesPath).html;
}
