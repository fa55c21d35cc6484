import type { TenantScope } from '#db/scopes.ts';
import type { Viewer } from './access-queries.ts';
import { portalTicket } from './portal-thread-queries.ts';

/** What a socket into a request's room must know: that the viewer may see it, and its newest public number. */
export function loadLiveThread(scope: TenantScope, viewer: Viewer, number: number) {
  return { ticket: portalTicket(scope, viewer, number) };
}
