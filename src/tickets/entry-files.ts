import * as z from 'zod';

/** A file of an entry, as pages show it. */
export interface EntryFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
}

const pixels = z.number().nullable();
const rows = z.array(z.tuple([z.string(), z.string(), z.number(), z.string(), pixels, pixels]));

/** What the column `files` of an entry says. */
export function readEntryFiles(json: string): readonly EntryFile[] {
  if (json === '[]') return [];
  return rows.parse(JSON.parse(json)).map(([id, name, size, type, width, height]) => ({
    id,
    name,
    size,
    type,
    width,
    height,
  }));
}
