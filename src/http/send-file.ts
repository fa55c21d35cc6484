import { isInline } from '#attachments/file-type.ts';
import { logEvent } from '#lib/log.ts';
import { notFound } from '#lib/problem.ts';
import type { AppContext } from './context.ts';
import { dispositionOf } from './disposition.ts';

export interface SentFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly objectKey: string;
  readonly sha256: string | null;
}

interface Slice {
  readonly offset: number;
  readonly length: number;
}

/**
 * A file of somebody's, so that it can run nowhere (SECURITY §1.10): pictures of
 * the safe list as what they were found to be, all else as a download; HEAD and
 * one range (RFC 9110 §14). Its headers come from the row alone, never from the
 * store or the sender.
 */
export async function sendFile(c: AppContext, file: SentFile): Promise<Response> {
  const etag = file.sha256 === null ? null : `"${file.sha256}"`;
  c.header('Content-Type', file.type);
  c.header('Content-Disposition', dispositionOf(isInline(file) ? 'inline' : 'attachment', file.name));
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  c.header('X-Robots-Tag', 'noindex');
  c.header('Accept-Ranges', 'bytes');
  if (etag) c.header('ETag', etag);
  const slice = sliceOf(c, file.size, etag);
  if (slice === 'outside') {
    c.header('Content-Range', `bytes */${file.size}`);
    return c.body(null, 416);
  }
  const { offset, length } = slice ?? { offset: 0, length: file.size };
  if (slice) c.header('Content-Range', `bytes ${offset}-${offset + length - 1}/${file.size}`);
  c.header('Content-Length', String(length));
  const status = slice ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status);
  const object = await c.env.FILES.get(file.objectKey, slice ? { range: { offset, length } } : {});
  if (!object) {
    logEvent('error', 'file_without_object', { requestId: c.get('requestId') });
    throw notFound();
  }
  return c.body(object.body, status);
}

/** The one range that is asked for; null for all of it. A range of an older content, several, or what is no range: all. */
function sliceOf(c: AppContext, size: number, etag: string | null): Slice | 'outside' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(c.req.header('Range') ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const condition = c.req.header('If-Range');
  if (condition !== undefined && condition !== etag) return null;
  const [from, to] = [found[1] ?? '', found[2] ?? ''];
  if (from === '') return lastOf(size, Number(to));
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'outside' : { offset: first, length: last - first + 1 };
}

function lastOf(size: number, wanted: number): Slice | 'outside' {
  if (wanted === 0) return 'outside';
  const length = Math.min(wanted, size);
  return { offset: size - length, length };
}
