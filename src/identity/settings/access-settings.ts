import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { addressHasFactor } from '../second-factor/factor-queries.ts';
import { shortenAgentSessions } from '../sessions/shorten-agent-sessions.ts';
import type { AccessSettings } from './access-rules.ts';
import { accessSettingsOf, updateAccessSettings } from './access-settings-queries.ts';

/** Who may enter the tenant's portal and its agent app, and how. */
export function findAccessSettings(scope: TenantScope): Statement<AccessSettings | null> {
  return accessSettingsOf(scope);
}

/**
 * Saves what is different from `from`, as it was read. `no_factor`: who demands
 * a second factor of all agents must have one, or would lock themselves out.
 */
export async function saveAccessSettings(
  scope: TenantScope,
  directory: DirectoryScope,
  actor: Agent,
  { from, to }: { readonly from: AccessSettings; readonly to: AccessSettings },
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'unchanged' | 'no_factor' }> {
  mustManage(actor);
  const changes = changesOf(from, to);
  if (Object.keys(changes).length === 0) return { outcome: 'unchanged' };
  if (changes.secondFactorRequired === 1) {
    const { has } = await run(directory.db, { has: addressHasFactor(directory, actor.email) });
    if (!has) return { outcome: 'no_factor' };
  }
  await run(scope.db, {
    saved: updateAccessSettings(scope, changes),
    ...(changes.shortAgentSessions === 1 && { short: shortenAgentSessions(scope) }),
    entry: audited(scope, { action: 'settings.changed', actor, detail: changes, origin }),
  });
  return { outcome: 'done' };
}

function changesOf(from: AccessSettings, to: AccessSettings): Partial<AccessSettings> {
  return {
    ...(from.newcomers !== to.newcomers && { newcomers: to.newcomers }),
    ...(from.ticketLinks !== to.ticketLinks && { ticketLinks: to.ticketLinks }),
    ...(from.secondFactorRequired !== to.secondFactorRequired && { secondFactorRequired: to.secondFactorRequired }),
    ...(from.shortAgentSessions !== to.shortAgentSessions && { shortAgentSessions: to.shortAgentSessions }),
  };
}
