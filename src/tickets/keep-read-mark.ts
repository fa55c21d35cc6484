import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { markRead } from './portal-thread-queries.ts';

/** Remembers how far a contact has read; for after the answer. Never moves backwards. */
export async function keepReadMark(
  scope: TenantScope,
  contactId: string,
  ticketId: string,
  publicSeq: number,
): Promise<void> {
  await run(scope.db, { mark: markRead(scope, contactId, ticketId, publicSeq) });
}
