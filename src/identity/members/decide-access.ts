import { audited, auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, isGuarded, run, runList } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { oweMail } from '#mail/owe-mail.ts';
import { insertPerson } from '../people/people-queries.ts';
import { decideRequest, openAccessRequest } from './access-request-queries.ts';
import type { Decider } from './decider.ts';
import { putMembership } from './member-queries.ts';

export interface AccessDecision {
  readonly requestId: string;
  readonly accountId: string;
  /** False refuses; nobody is told. */
  readonly grant: boolean;
  readonly role: 'admin' | 'member';
}

interface Deps {
  readonly effects: Effects;
  readonly origin: Origin;
}

/**
 * Lets somebody in who has asked for it, or not. Granting makes a contact of an
 * address that has none, gives the place in the account and owes the mail that
 * says so. Gives the address. Throws `not_found` for a request that is not
 * there, was decided, or is not `by`'s to decide.
 */
export async function decideAccess(
  scope: TenantScope,
  by: Decider,
  decision: AccessDecision,
  deps: Deps,
): Promise<{ readonly email: string }> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { requestId, accountId } = decision;
    const { request } = await run(scope.db, { request: openAccessRequest(scope, by, requestId, accountId) });
    if (!request?.decides) throw notFound();
    const outboxId = newId('outbox', scope.now);
    try {
      await runList(scope.db, statementsOf(scope, by, decision, request, { outboxId, origin: deps.origin }));
    } catch (error) {
      // Somebody else decided, or the address became a contact's: what is true is read again.
      if (isGuarded(error, 'access_requests.created_at') || isDuplicate(error, 'contact_addresses')) continue;
      throw error;
    }
    if (decision.grant) deps.effects.sendMail([outboxId]);
    return { email: request.email };
  }
  throw new Problem('conflict', 'request_moved');
}

function statementsOf(
  scope: TenantScope,
  by: Decider,
  { requestId, accountId, grant, role }: AccessDecision,
  { email, contactId: known }: { readonly email: string; readonly contactId: string | null },
  { outboxId, origin }: { readonly outboxId: string; readonly origin: Origin },
): readonly Statement<number>[] {
  const request = { id: requestId, accountId };
  const entry = { actor: by, accountId, origin };
  if (!grant) {
    return [
      decideRequest(scope, by, request, 'refused'),
      audited(scope, { ...entry, action: 'access.refused', subjectId: requestId }),
    ];
  }
  const contactId = known ?? newId('contact', scope.now);
  return [
    decideRequest(scope, by, request, 'granted'),
    audited(scope, { ...entry, action: 'access.granted', subjectId: contactId, detail: { role, request: requestId } }),
    ...(known === null
      ? [
          ...insertPerson(scope, { id: contactId, email, name: '' }),
          audited(scope, { ...entry, action: 'contact.added', subjectId: contactId }),
        ]
      : []),
    putMembership(scope, by, { contactId, accountId }, role),
    auditedIfChanged(scope, { ...entry, action: 'membership.added', subjectId: contactId, detail: { role } }),
    ...oweMail(scope, [
      {
        id: outboxId,
        kind: 'access_granted',
        recipientKind: 'contact',
        recipientId: contactId,
        ticketId: '',
        messageId: null,
        subjectId: accountId,
      },
    ]),
  ];
}
