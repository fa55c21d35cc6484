import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { endInbound, type InboundEnd, inboundOf, noteArrival } from './inbound-queries.ts';

/** Notes a mail's arrival and says how an earlier delivery of it ended; `received`: it did not end yet. */
export async function arrive(scope: TenantScope, dedupeKey: string, rawKey: string) {
  const { known } = await run(scope.db, {
    noted: noteArrival(scope, dedupeKey, rawKey),
    known: inboundOf(scope, dedupeKey),
  });
  return known ?? { outcome: 'received' as const, reason: '' };
}

/** Records what became of it. */
export async function end(scope: TenantScope, dedupeKey: string, ended: InboundEnd): Promise<void> {
  await run(scope.db, { ended: endInbound(scope, dedupeKey, ended) });
}
