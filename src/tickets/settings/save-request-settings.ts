import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import type { RequestSettings } from './request-settings.ts';
import { requestSettingsOf, updateRequestSettings } from './request-settings-queries.ts';

/** What a tenant has settled about its requests. */
export function findRequestSettings(scope: TenantScope): Statement<RequestSettings | null> {
  return requestSettingsOf(scope);
}

/** Saves what is different from `from`, as it was read. For owners and admins; throws `not_found` for others. */
export async function saveRequestSettings(
  scope: TenantScope,
  actor: Agent,
  { from, to }: { readonly from: RequestSettings; readonly to: Omit<RequestSettings, 'ticketLinks'> },
  origin: Origin,
): Promise<void> {
  mustManage(actor);
  const changes = {
    ...(from.solvedClosesAfterDays !== to.solvedClosesAfterDays && { solvedClosesAfterDays: to.solvedClosesAfterDays }),
    ...(from.participants !== to.participants && { participants: to.participants }),
  };
  if (Object.keys(changes).length === 0) return;
  await run(scope.db, {
    saved: updateRequestSettings(scope, changes),
    entry: audited(scope, { action: 'settings.changed', actor, detail: changes, origin }),
  });
}
