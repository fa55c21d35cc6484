import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import { mustManage } from '#lib/rights.ts';
import { type Check, checkOf, examineToken } from './examine-token.ts';
import { loadPerson } from './load-person.ts';
import { type HandOffDoor, loadRing } from './load-ring.ts';
import { planArrival } from './plan-arrival.ts';
import type { TokenParts } from './read-token.ts';
import { tokenPerson } from './token-person.ts';

export interface CheckedToken {
  readonly checks: readonly Check[];
  /** What it says of itself, where that can be read. */
  readonly parts: TokenParts | null;
  /** What would happen, where it would let somebody in. */
  readonly effect: 'known' | 'joins' | 'new_contact' | 'new_account' | null;
}

/** What a hand-off would make of a token: every check, in order. It uses nothing up, keeps nothing and logs nothing. */
export async function checkToken(
  scope: TenantScope,
  actor: Agent,
  token: string,
  door: HandOffDoor,
): Promise<CheckedToken> {
  mustManage(actor);
  const { ring, origins, creates } = await loadRing(scope, door);
  const { checks, parts, accepted } = await examineToken(ring, origins, token.trim());
  if (!accepted)
    return { checks: [...checks, checkOf('once', 'open'), checkOf('person', 'open')], parts, effect: null };
  const person = await tokenPerson(accepted.claims);
  const { isUsed, ...facts } = await loadPerson(scope, person);
  const planned = planArrival(person, facts, creates);
  return {
    checks: [
      ...checks,
      checkOf('once', isUsed ? { reason: 'used' } : 'passed'),
      checkOf('person', planned.ok ? 'passed' : { reason: planned.reason }),
    ],
    parts,
    effect: planned.ok && !isUsed ? effectOf(planned.plan) : null,
  };
}

function effectOf({ contact, account, joinsAs }: Extract<ReturnType<typeof planArrival>, { ok: true }>['plan']) {
  if (account?.kind === 'new') return 'new_account';
  if (!contact) return 'new_contact';
  return joinsAs ? 'joins' : 'known';
}
