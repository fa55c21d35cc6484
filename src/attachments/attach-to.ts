import { isGuarded } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { type FileChoice, type FilePlace, placeFiles, requireUnsent } from './attach-queries.ts';

/**
 * Statements for the batch that writes the message, note or field's value; after
 * the ticket's own. The batch fails (`isLostFile`) when one of the ids is not the
 * owner's, not of this form, or was sent before. None for no files.
 */
export function attachTo(scope: TenantScope, place: FilePlace, choice: FileChoice): readonly Statement<number>[] {
  const once = { ...choice, ids: [...new Set(choice.ids)] };
  if (once.ids.length === 0) return [];
  return [requireUnsent(scope, place.ticketId, once), placeFiles(scope, place, once)];
}

/** True when a batch failed because a file was no longer there to be sent. */
export function isLostFile(error: unknown): boolean {
  return isGuarded(error, 'tickets.created_at');
}
