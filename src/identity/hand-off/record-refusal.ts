import { audited } from '#audit/audited.ts';
import { runList } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import { logEvent } from '#lib/log.ts';
import type { Origin } from '#lib/origin.ts';
import type { HandedOff } from './arrive.ts';
import { deleteOlderRefusals, insertRefusal } from './key-queries.ts';

/** So many are kept. */
export const keptRefusals = 20;

interface RefusedFrom {
  readonly byClient: RateLimit;
  readonly byTenant: RateLimit;
  readonly client: string;
  readonly origin: Origin;
}

/**
 * Keeps why a token was refused, never a word of it. Where the token was in order
 * and its person may not come in, the audit says so too. A limit by client and by
 * tenant keeps strangers from pushing the true ones out, or from filling the audit.
 */
export async function recordRefusal(
  scope: TenantScope,
  refused: Extract<HandedOff, { ok: false }>,
  { byClient, byTenant, client, origin }: RefusedFrom,
): Promise<void> {
  const { refusal, kid, contactId, isAboutPerson } = refused;
  const { reason, claim } = refusal;
  const own = await byClient.limit({ key: `hand-off|${scope.tenant.id}|${client}` });
  const all = await byTenant.limit({ key: `hand-off|${scope.tenant.id}` });
  if (!own.success || !all.success) return logEvent('info', 'handoff_refused_often', { tenantId: scope.tenant.id });
  const row = { id: newId('refusal', scope.now), reason: claim ? `${reason}:${claim}` : reason, kid };
  await runList(scope.db, [
    insertRefusal(scope, row),
    deleteOlderRefusals(scope, keptRefusals),
    ...(isAboutPerson
      ? [
          audited(scope, {
            action: 'session.refused',
            actor: contactId ? { kind: 'contact', id: contactId } : { kind: 'unknown', id: null },
            subjectId: contactId,
            detail: { door: 'hand_off', reason, kid },
            origin,
          }),
        ]
      : []),
  ]);
}
