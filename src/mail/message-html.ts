import { escapeHtml, renderMarkdown } from '#lib/markdown.ts';
import type { DrawPicture } from '#lib/picture-reference.ts';
import { type MailHtml, mailHtml } from './fill.ts';

/**
 * A message's Markdown as HTML for mail: every style inline, for many programs
 * drop style sheets. At most `maxBytes` of UTF-8; `cut` says that the end is missing.
 * Of a picture a mail has the name, and the way to where it is shown.
 */
export const messageHtml = (
  markdown: string,
  maxBytes: number,
  pictures: PicturesAt,
): MailHtml & { readonly cut: boolean } => {
  const draw: DrawPicture = (_, words) =>
    `<a href="${escapeHtml(pictures.link)}">${escapeHtml(words.trim() || pictures.unnamed)}</a>`;
  let kept = markdown;
  for (;;) {
    const made = wrap(inlined(renderMarkdown(kept, draw)));
    const bytes = byteLength(made);
    if (bytes <= maxBytes || kept === '') return { ...mailHtml(made), cut: kept !== markdown };
    kept = head(kept, Math.floor(kept.length * Math.min(0.9, (maxBytes / bytes) * 0.95)));
  }
};

export interface PicturesAt {
  readonly link: string;
  /** What one without a name is called. */
  readonly unnamed: string;
}

/** Bytes in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The first `length` units, ended at a line or word where one ends nearby. */
const head = (text: string, length: number): string => {
  const start = text.slice(0, length);
  const end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf(' '));
  return end > length * 0.8 ? start.slice(0, end) : start.replace(/[\ud800-\udbff]$/, '');
};

const wrap = (inner: string): string => `<div style="word-break:break-word;overflow-wrap:anywhere">${inner}</div>`;

// Our renderer escapes every `<` that is not a tag of its own.
const inlined = (html: string): string =>
  html.replace(
    /<([a-z][a-z0-9]*)( class="align-(left|center|right)")?/g,
    (whole, tag: string, _, align: string | undefined) => {
      const style = [styles[tag], align && `text-align:${align}`].filter(Boolean).join(';');
      const tint = tinted.has(tag) ? ' class="soft line"' : '';
      return style === '' ? whole : `<${tag}${tint} style="${style}"`;
    },
  );

const tinted = new Set(['pre', 'code', 'blockquote', 'th', 'td', 'hr']);
const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace;font-size:14px";
const heading = 'margin:20px 0 8px;line-height:24px;font-weight:600';
const cell = 'padding:6px 10px;border:1px solid #e2e2e6;vertical-align:top';
const list = 'margin:0 0 14px;padding:0 0 0 24px';

const styles: Readonly<Record<string, string>> = {
  p: 'margin:0 0 14px',
  h3: `${heading};font-size:18px`,
  h4: `${heading};font-size:17px`,
  h5: `${heading};font-size:16px`,
  h6: `${heading};font-size:16px`,
  ul: list,
  ol: list,
  li: 'margin:0 0 4px',
  a: 'color:inherit;text-decoration:underline',
  blockquote: 'margin:0 0 14px;padding:12px 14px 1px;border-left:3px solid #d0d0d6;background-color:#f4f4f6',
  pre: `margin:0 0 14px;padding:12px 14px;border-radius:6px;background-color:#f4f4f6;white-space:pre-wrap;line-height:21px;${mono}`,
  code: `${mono};background-color:#f4f4f6`,
  hr: 'margin:20px 0;border:0;border-top:1px solid #e2e2e6',
  table: 'margin:0 0 14px;border-collapse:collapse;font-size:15px',
  th: `${cell};font-weight:600;text-align:left`,
  td: cell,
  strong: 'font-weight:600',
};
