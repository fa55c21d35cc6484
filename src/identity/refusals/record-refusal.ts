import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { countInDay } from '../limits/day-counter-queries.ts';
import type { Realm } from '../sign-in/realm.ts';
import { type RefusalMessage, refusalsOfPerson, refusalsOfUnknown } from './refusal.ts';
import { onlyAccount, refusedAgent, refusedContact } from './refusal-queries.ts';

/**
 * Writes a refused sign-in into the audit of the tenant that it was about, at
 * most so many a day: whoever guesses fills no audit. An address that belongs to
 * no agent has no tenant, and so no entry.
 */
export async function recordRefusal(
  realm: Realm,
  refusal: RefusalMessage,
  openTenant: (tenantId: string) => Promise<TenantScope | null>,
): Promise<void> {
  if (realm.kind === 'portal') {
    const { scope } = realm;
    const { whose } = await run(scope.db, { whose: refusedContact(scope, refusal.refused, realm.host) });
    if (whose) await write(scope, whose.id === null ? null : { kind: 'contact', id: whose.id }, refusal);
    return;
  }
  const { whose } = await run(realm.scope.db, { whose: refusedAgent(realm.scope, refusal.refused) });
  const scope = whose && (await openTenant(whose.tenantId));
  if (scope) await write(scope, { kind: 'agent', id: whose.agentId }, refusal);
}

async function write(
  scope: TenantScope,
  who: { readonly kind: 'contact' | 'agent'; readonly id: string } | null,
  { door, reason, origin }: RefusalMessage,
): Promise<void> {
  await run(scope.db, {
    counted: countInDay(scope, `refusals|${who?.id ?? ''}`, who ? refusalsOfPerson : refusalsOfUnknown),
    entry: auditedIfChanged(scope, {
      action: 'session.refused',
      actor: who ?? { kind: 'unknown', id: null },
      accountId: who?.kind === 'contact' ? onlyAccount(scope, who.id) : null,
      detail: { door, reason },
      origin,
    }),
  });
}
