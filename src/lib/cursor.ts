import * as z from 'zod';

/** Where a page of a list ends: the sort value and id of its last row. */
export interface Cursor {
  readonly at: number;
  readonly id: string;
}

const shape = z.tuple([z.int().nonnegative(), z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/)]);

/** Opaque text for an address. Holds nothing that its reader may not know. */
export function writeCursor(cursor: Cursor): string {
  return btoa(JSON.stringify([cursor.at, cursor.id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Null for anything that `writeCursor` did not write: such a page begins at the top. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 200) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))));
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
