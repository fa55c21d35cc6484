import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import type { Origin } from '#lib/origin.ts';
import { sameSecret } from '#lib/secrets.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import { countOnce, isWithin, type Limit } from '../limits/counter-queries.ts';
import { addressHash, codeHash } from '../sign-in/challenge.ts';
import { countProofTry, hasProofToTry, insertProvenAddress, useProof, type WaitingProof } from './address-queries.ts';
import { changeNotice } from './change-notice.ts';
import { proofName, triesOfAProof } from './proof.ts';

interface Deps {
  readonly settings: Pick<Settings, 'pepper' | 'limits'>;
  readonly effects: Effects;
  readonly origin: Origin;
}

/** `taken`: the address is theirs by the code, and another contact's by our books. */
export type Proven = 'added' | 'wrong' | 'taken';

/**
 * Takes the code for a further address. The try is counted, by proof and by
 * address, before anything is compared. `proof`: what `loadAddresses` gave.
 */
export async function proveAddress(
  scope: TenantScope,
  actor: Contact,
  { email, createdAt }: WaitingProof,
  code: string,
  { settings, effects, origin }: Deps,
): Promise<Proven> {
  const { tenant } = scope;
  const realm = { kind: 'portal', scope, host: tenant.canonicalHost } as const;
  const tries = await triesADay(scope, settings, email);
  const { stored } = await run(scope.db, {
    counted: countOnce(realm, tries, '', hasProofToTry(scope, actor.id, createdAt, triesOfAProof)),
    stored: countProofTry(scope, actor.id, createdAt, triesOfAProof, isWithin(realm, tries)),
  });
  const name = proofName({ tenantId: tenant.id, contactId: actor.id, email, createdAt });
  if (!(await sameSecret(await codeHash(settings.pepper, name, code), stored[0] ?? ''))) return 'wrong';
  const notice = changeNotice(scope, actor, 'address_added');
  try {
    const { added } = await run(scope.db, {
      used: useProof(scope, actor.id, createdAt),
      added: insertProvenAddress(scope, actor.id, email),
      entry: auditedIfChanged(scope, { action: 'address.added', actor, subjectId: actor.id, origin }),
      owed: oweMailIfChanged(scope, [notice]),
    });
    if (added === 0) return 'wrong';
  } catch (error) {
    if (isDuplicate(error, 'contact_addresses')) return 'taken';
    throw error;
  }
  effects.sendMail([notice.id]);
  return 'added';
}

/** Codes that may be tried for an address in a day, whoever says it is theirs: new codes do not begin anew. */
async function triesADay(scope: TenantScope, { pepper, limits }: Deps['settings'], email: string): Promise<Limit> {
  const hour = 60 * 60 * 1000;
  const key = `address-codes|${await addressHash(pepper, scope.tenant.id, email)}`;
  return { key, slotMs: hour, spanMs: 24 * hour, most: limits.failedCodesPerAddressDay };
}
