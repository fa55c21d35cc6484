import { audited, auditedIfChanged } from '#audit/audited.ts';
import type { AuditEvent } from '#audit/event.ts';
import { runListIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { insertAccount, insertMembership, insertPerson } from '../people/people-queries.ts';
import { fillName, linkSubject, moveRole, putArrival, useToken } from './arrival-queries.ts';
import { markKeyUsed } from './key-queries.ts';
import type { ArrivalPlan } from './plan-arrival.ts';
import type { TokenPerson } from './token-person.ts';

export interface Arrival {
  /** SHA-256 of what the browser's cookie will hold. */
  readonly hash: string;
  readonly kid: string;
  readonly host: string;
  readonly returnTo: string;
  readonly origin: Origin;
}

/**
 * Uses the token and does what it says, in one batch: all of it or, where the
 * token was used or something else changed meanwhile, nothing (UNIQUE).
 */
export async function writeArrival(
  scope: TenantScope,
  person: TokenPerson,
  plan: ArrivalPlan,
  arrival: Arrival,
): Promise<void> {
  const contactId = plan.contact?.id ?? newId('contact', scope.now);
  const accountId = plan.account?.kind === 'known' ? plan.account.id : plan.account && newId('account', scope.now);
  const by = { scope, person, plan, arrival, contactId, accountId };
  await runListIdempotent(scope.db, [
    useToken(scope, person),
    ...accountOf(by),
    ...contactOf(by),
    ...placeOf(by),
    markKeyUsed(scope, arrival.kid),
    putArrival(scope, { ...arrival, contactId, accountId }),
  ]);
}

interface Writing {
  readonly scope: TenantScope;
  readonly person: TokenPerson;
  readonly plan: ArrivalPlan;
  readonly arrival: Arrival;
  readonly contactId: string;
  readonly accountId: string | null;
}

function accountOf({ scope, person, plan, arrival, accountId }: Writing): readonly Statement<number>[] {
  if (plan.account?.kind !== 'new' || accountId === null || person.accountExternalId === null) return [];
  return [
    insertAccount(scope, { id: accountId, name: person.accountName, externalId: person.accountExternalId }),
    audited(scope, entry(arrival, { action: 'account.added', accountId, subjectId: accountId })),
  ];
}

function contactOf({ scope, person, plan, arrival, contactId, accountId }: Writing): readonly Statement<number>[] {
  const { name, email, locale } = person;
  const person_ = plan.contact
    ? plan.contact.isNameless && name !== ''
      ? [fillName(scope, contactId, name)]
      : []
    : [
        ...insertPerson(scope, { id: contactId, name, email, locale }),
        audited(scope, entry(arrival, { action: 'contact.added', accountId, subjectId: contactId })),
      ];
  return plan.linksSubject ? [...person_, linkSubject(scope, person, contactId)] : person_;
}

function placeOf({ scope, plan, arrival, contactId, accountId }: Writing): readonly Statement<number>[] {
  if (accountId === null) return [];
  const place = { contactId, accountId };
  if (plan.joinsAs) {
    const detail = { role: plan.joinsAs };
    return [
      insertMembership(scope, { ...place, role: plan.joinsAs }),
      audited(scope, entry(arrival, { action: 'membership.added', accountId, subjectId: contactId, detail })),
    ];
  }
  if (!plan.newRole) return [];
  const detail = { from: plan.newRole === 'admin' ? 'member' : 'admin', to: plan.newRole };
  return [
    moveRole(scope, place, plan.newRole),
    auditedIfChanged(scope, entry(arrival, { action: 'membership.changed', accountId, subjectId: contactId, detail })),
  ];
}

interface About {
  readonly action: AuditEvent['action'];
  readonly accountId: string | null;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** The tenant's product did it, by the word of this key. */
function entry({ kid, origin }: Arrival, { detail, ...about }: About): AuditEvent {
  return { ...about, actor: { kind: 'system', id: null }, detail: { ...detail, door: 'hand_off', kid }, origin };
}
