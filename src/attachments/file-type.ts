import { fileTypeFromBuffer } from 'file-type';
import { imageDimensionsFromData } from 'image-dimensions';
import { endingOf } from './file-name.ts';
import { mostPixels } from './limits.ts';

export interface FoundType {
  /** `application/octet-stream` where the content is of no known kind, or of another than the name says. */
  readonly type: string;
  /** Pixels; only of images that a page may show. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Images that pages show; everything else is a download (DESIGN §5.11). */
const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** Kinds that are called by their name, with the endings that agree (ASVS V5.2.2). */
const endings: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/avif': ['avif'],
  'image/tiff': ['tif', 'tiff'],
  'image/bmp': ['bmp'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/gzip': ['gz', 'tgz'],
  'application/x-7z-compressed': ['7z'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
};

const unknown: FoundType = { type: 'application/octet-stream', width: null, height: null };

/** So much of a file's beginning decides. Libraries read what strangers sent: never more than this at once. */
const headBytes = 512 * 1024;

/**
 * What a file is, by its content alone: the browser's word counts for nothing,
 * and where the name says something else it is called nothing.
 */
export async function findType(beginning: Uint8Array, name: string): Promise<FoundType> {
  const head = beginning.slice(0, headBytes);
  const type = await sniff(head);
  if (type === null || !endings[type]?.includes(endingOf(name))) return unknown;
  return { type, ...(isShown(type) ? pixelsOf(head) : { width: null, height: null }) };
}

/** Whether a page may show it, and not only offer it. */
export function isInline({ type, width, height }: FoundType): boolean {
  return isShown(type) && width !== null && height !== null;
}

function isShown(type: string): boolean {
  return shownTypes.some((shown) => shown === type);
}

/** A file that breaks the reader is of no known kind. */
async function sniff(head: Uint8Array): Promise<string | null> {
  try {
    const mime = (await fileTypeFromBuffer(head))?.mime ?? null;
    return mime === 'image/apng' ? 'image/png' : mime;
  } catch {
    return null;
  }
}

function pixelsOf(head: Uint8Array): Pick<FoundType, 'width' | 'height'> {
  try {
    const found = imageDimensionsFromData(head);
    if (found && isDrawable(found)) return { width: found.width, height: found.height };
  } catch {
    // Broken: it is a download.
  }
  return { width: null, height: null };
}

function isDrawable({ width, height }: { width: number; height: number }): boolean {
  const sides = [width, height];
  return sides.every((side) => side > 0 && side <= mostPixels.side) && width * height <= mostPixels.area;
}
