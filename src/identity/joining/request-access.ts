import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import type { OwedMail } from '#mail/owed-mail.ts';
import { countInDay } from '../limits/day-counter-queries.ts';
import type { Joining, Taken } from './joining.ts';
import { decidersOf, putRequest, settleHolder } from './joining-queries.ts';

/** Of an account in a day; more of them wait in the list without a mail. */
const mailedRequests = 20;

/** What asks an account's admins for access, for the batch in which the challenge is used; `mails` are theirs. */
export async function requestAccess(
  scope: TenantScope,
  it: Joining,
  taken: Taken,
  origin: Origin,
): Promise<{ readonly statements: Statements; readonly mails: readonly string[] }> {
  const { deciders } = await run(scope.db, { deciders: decidersOf(scope, it.accountId) });
  const requestId = newId('accessRequest', scope.now);
  const mails = deciders.map(
    ({ kind, id }): OwedMail => ({
      id: newId('outbox', scope.now),
      kind: 'access_requested',
      recipientKind: kind,
      recipientId: id,
      ticketId: '',
      messageId: null,
      subjectId: requestId,
    }),
  );
  const statements = {
    holder: settleHolder(scope, taken),
    request: putRequest(scope, it, taken, requestId),
    requestEntry: auditedIfChanged(scope, {
      action: 'access.requested',
      actor: { kind: 'unknown', id: null },
      accountId: it.accountId,
      subjectId: requestId,
      origin,
    }),
    counted: countInDay(scope, `access|${it.accountId}`, mailedRequests, true),
    owed: oweMailIfChanged(scope, mails),
  };
  return { statements, mails: mails.map(({ id }) => id) };
}
