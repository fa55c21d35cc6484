import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { endKey } from './key-queries.ts';

/** Ends a key: from now on nothing that it signs lets anybody in. Sessions that are open stay. A second time changes nothing. */
export async function revokeKey(scope: TenantScope, actor: Agent, kid: string, origin: Origin): Promise<void> {
  mustManage(actor);
  await run(scope.db, {
    ended: endKey(scope, kid),
    entry: auditedIfChanged(scope, {
      action: 'handoff_key.revoked',
      actor: { kind: 'agent', id: actor.id },
      subjectId: kid,
      detail: { kid },
      origin,
    }),
  });
}
