import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import type { FileChoice } from './attach-queries.ts';
import type { ChosenFile, FileOwner, UploadRoom } from './upload.ts';
import { findRoom, listOfDraft } from './upload-queries.ts';

/** What was uploaded for a form, sent or not; nothing for a form without an upload key. */
export function draftFiles(
  scope: TenantScope,
  owner: FileOwner,
  draft: string | undefined,
): Statement<readonly ChosenFile[]> {
  return mapped(listOfDraft(scope, owner, draft ?? ''), (rows) =>
    rows.map(({ attachedAt, ...file }) => ({ ...file, isSent: attachedAt !== null })),
  );
}

/** What the person may still keep; with the session's check. */
export function uploadRoom(scope: TenantScope, owner: FileOwner, draft: string): Statement<UploadRoom> {
  return mapped(findRoom(scope, owner, draft), (room) => room ?? { bytes: 0, files: 0 });
}

/** The files that a form names, in its order; null where one of them is not of this form. */
export function chosenOf(files: readonly ChosenFile[], ids: readonly string[]): readonly ChosenFile[] | null {
  const chosen = [...new Set(ids)].map((id) => files.find((file) => file.id === id));
  return chosen.every((file) => file !== undefined) ? chosen : null;
}

/** The files that go with a message or a note. */
export interface SentFiles {
  /** The form's upload key. */
  readonly draft: string;
  readonly files: readonly ChosenFile[];
}

export const noFiles: SentFiles = { draft: '', files: [] };

/** What they are, by content and name: the same form sent again may have uploaded them again. */
export function contentsOf({ files }: SentFiles): readonly string[] {
  return files.map(({ sha256, name }) => `${sha256}/${name}`);
}

export function choiceOf(owner: FileOwner, { draft, files }: SentFiles): FileChoice {
  return { owner, draft, ids: files.map(({ id }) => id) };
}

/** True where nothing of it is new. */
export function areAllSent({ files }: SentFiles): boolean {
  return files.every(({ isSent }) => isSent);
}
