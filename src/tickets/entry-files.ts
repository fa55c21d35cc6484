/** A file of an entry, as pages show it. */
export interface EntryFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** The files of each entry, by its id. */
export function filesByEntry(
  rows: readonly (EntryFile & { readonly entryId: string | null })[],
): (entryId: string) => readonly EntryFile[] {
  const found = new Map<string, EntryFile[]>();
  for (const { entryId, ...file } of rows) {
    if (entryId !== null) found.set(entryId, [...(found.get(entryId) ?? []), file]);
  }
  return (entryId) => found.get(entryId) ?? [];
}
