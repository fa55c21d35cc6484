import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import type { Origin } from '#lib/origin.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import { addressHash } from '../sign-in/challenge.ts';
import { deleteAddress, revokeLinksIfChanged, voidChallenges } from './address-queries.ts';
import { changeNotice } from './change-notice.ts';

interface Deps {
  readonly pepper: string;
  readonly effects: Effects;
  readonly origin: Origin;
}

/**
 * Takes away one of a contact's addresses: it signs nobody in any more, links on
 * their way included, and the links to requests that were mailed so far open
 * nothing. False: it is not theirs, or is the main one.
 */
export async function removeAddress(
  scope: TenantScope,
  actor: Contact,
  email: string,
  { pepper, effects, origin }: Deps,
): Promise<boolean> {
  const notice = changeNotice(scope, actor, 'address_removed');
  const gone = { email, addressHash: await addressHash(pepper, scope.tenant.id, email) };
  const { removed } = await run(scope.db, {
    removed: deleteAddress(scope, actor.id, email),
    entry: auditedIfChanged(scope, { action: 'address.removed', actor, subjectId: actor.id, origin }),
    owed: oweMailIfChanged(scope, [notice]),
    links: revokeLinksIfChanged(scope, actor.id),
    voided: voidChallenges(scope, actor.id, gone),
  });
  if (removed > 0) effects.sendMail([notice.id]);
  return removed > 0;
}
