import type { Contact } from '#lib/actor.ts';
import type { Viewer } from './access-queries.ts';

/** A confirmed contact's eyes, for statements that run after the first trip. */
export function viewerOf(actor: Contact): Viewer {
  return { contactId: actor.id, accountId: actor.accountId, sees: actor.sees };
}
