import type { Reader } from './reader.ts';

/** A file as pages show it. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Found in its content. */
  readonly type: string;
  /** Pixels; only of images that are shown in the page. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Whether a page shows it, and not only offers it. */
export function isPicture({ width, height }: FileView): boolean {
  return width !== null && height !== null;
}

/** The pixels of a picture: as large as it is, or as the box lets it be. */
export function fittedIn(box: Pixels, { width, height }: FileView): Pixels {
  const [w, h] = [width ?? 1, height ?? 1];
  const scale = Math.min(1, box.width / w, box.height / h);
  return { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** Why a file was not kept; `lost`: it is not there any more to be sent. */
export interface FileFaultView {
  readonly code: 'empty' | 'too_large' | 'too_many' | 'full' | 'failed' | 'lost';
  readonly name: string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the reader's language: *1.4 MB*. */
export function sizeWords({ locale }: Reader, bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 1024 && unit < units.length - 1; unit += 1) size /= 1024;
  const digits = size < 10 && unit > 1 ? 1 : 0;
  const unitDisplay = unit === 0 ? 'long' : 'short';
  const words = { style: 'unit', unit: units[unit], unitDisplay, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, words).format(size);
}

/** Limits in words: *10 files, 25 MB*. */
export const fileLimits = { count: 10, size: 25 * 1024 * 1024 } as const;

/** What is wrong with files, in one text; nothing where all is well. */
export function fileFaultWords(reader: Reader, faults: readonly FileFaultView[] | undefined): string | undefined {
  if (!faults || faults.length === 0) return undefined;
  const size = sizeWords(reader, fileLimits.size);
  const words = faults.slice(0, 3).map(({ code, name }) => {
    if (code === 'too_large') return reader.t('files.fault.too_large', { name, size });
    if (code === 'too_many') return reader.t('files.fault.too_many', { name, count: fileLimits.count });
    return code === 'lost' ? reader.t('files.fault.lost') : reader.t(`files.fault.${code}`, { name });
  });
  return words.join(' ');
}
