import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { endAllOfContact } from '../sessions/own-session-queries.ts';
import { setState } from './person-queries.ts';

interface NewState {
  readonly contactId: string;
  /** The account from whose page it is done. */
  readonly accountId: string;
  readonly state: 'active' | 'disabled';
}

/**
 * Disabled, a contact enters nowhere at the tenant, by no door, and gets no
 * mail; their sessions end in the same batch. Enabled, they are back with every
 * role that they had.
 */
export async function setPersonState(scope: TenantScope, actor: Agent, to: NewState, origin: Origin): Promise<void> {
  mustManage(actor);
  const { contactId, accountId, state } = to;
  await run(scope.db, {
    state: setState(scope, contactId, state),
    entry: auditedIfChanged(scope, {
      action: 'contact.changed',
      actor,
      accountId,
      subjectId: contactId,
      detail: { state },
      origin,
    }),
    ...(state === 'disabled' && { sessions: endAllOfContact(scope, contactId) }),
  });
}
