import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import type { Origin } from '#lib/origin.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import { setMainAddress } from './address-queries.ts';
import { changeNotice } from './change-notice.ts';

/** Makes another of a contact's addresses the one that mail goes to; the old one is told. False: it is not theirs, or is it already. */
export async function makeMainAddress(
  scope: TenantScope,
  actor: Contact,
  email: string,
  { effects, origin }: { readonly effects: Effects; readonly origin: Origin },
): Promise<boolean> {
  const notice = changeNotice(scope, actor, 'address_main');
  const { changed } = await run(scope.db, {
    changed: setMainAddress(scope, actor.id, actor.email, email),
    entry: auditedIfChanged(scope, {
      action: 'contact.changed',
      actor,
      subjectId: actor.id,
      detail: { what: 'main_address' },
      origin,
    }),
    owed: oweMailIfChanged(scope, [notice]),
  });
  if (changed > 0) effects.sendMail([notice.id]);
  return changed > 0;
}
