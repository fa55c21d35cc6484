import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Viewer } from '../access-queries.ts';
import type { EntryFile } from '../entry-files.ts';
import { editedFor, editedOnDesk, versionsOf } from './edit-queries.ts';

/** A message that says something else than before. */
export interface EditedMessage {
  /** Its number, as the reader's pages know it. */
  readonly entry: number;
  readonly author: { readonly kind: 'contact' | 'agent'; readonly id: string };
  readonly body: string;
  readonly files: readonly EntryFile[];
  readonly sentAt: number;
  readonly editedAt: number;
}

export interface MessageVersion {
  readonly version: number;
  readonly body: string;
  /** What the message says today. */
  readonly now: string;
  readonly files: readonly EntryFile[];
  readonly writtenAt: number;
}

/** What pages that were made at the public entry `after` do not show yet. */
export function loadEdited(scope: TenantScope, viewer: Viewer, number: number, after: number) {
  const edited: Statement<readonly EditedMessage[]> = editedFor(scope, viewer, number, after);
  return { edited };
}

/** The same for agents' pages, by full numbers. */
export function loadDeskEdited(scope: TenantScope, number: number, after: number) {
  const edited: Statement<readonly EditedMessage[]> = editedOnDesk(scope, number, after);
  return { edited };
}

/** What a message said before, with the files that came with it; for agents alone. */
export function loadVersions(scope: TenantScope, number: number, entry: number) {
  const versions: Statement<readonly MessageVersion[]> = versionsOf(scope, number, entry);
  return { versions };
}
