import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { changeHandOffSettings } from './key-queries.ts';
import type { Creates } from './plan-arrival.ts';

export interface HandOffChange {
  /** As it was typed; empty: none. */
  readonly remoteUrl: string;
  readonly atOnce: boolean;
  readonly creates: Creates;
}

/** Saves where the tenant's product signs in and what it may create. False: that is no address to send people to. */
export async function saveHandOffSettings(
  scope: TenantScope,
  actor: Agent,
  change: HandOffChange,
  settings: Pick<Settings, 'linkScheme' | 'platformDomain'>,
  origin: Origin,
): Promise<boolean> {
  mustManage(actor);
  const remoteUrl = change.remoteUrl.trim() === '' ? null : remoteAddress(change.remoteUrl, settings);
  if (remoteUrl === undefined) return false;
  const atOnce = change.atOnce && remoteUrl !== null;
  const to = { remoteUrl, atOnce: atOnce ? 1 : 0, creates: change.creates };
  const { changed } = await run(scope.db, {
    changed: changeHandOffSettings(scope, to),
    entry: auditedIfChanged(scope, {
      action: 'settings.changed',
      actor: { kind: 'agent', id: actor.id },
      detail: { what: 'hand_off', remoteSignIn: remoteUrl !== null, atOnce, creates: change.creates },
      origin,
    }),
  });
  if (changed > 0) scope.onNewVersion(scope.tenant.version + 1);
  return true;
}

/**
 * People's browsers are sent there, our servers never ask it: so any name is
 * good but our own, which would send them in a circle. Plain http only where
 * Portico itself is served so, on one's own machine.
 */
function remoteAddress(
  typed: string,
  { linkScheme, platformDomain }: Pick<Settings, 'linkScheme' | 'platformDomain'>,
): string | undefined {
  const text = typed.trim();
  if (text.length > 1000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSecure = url.protocol === 'https:' || (linkScheme === 'http' && url.protocol === 'http:');
  const isOurs =
    url.hostname.endsWith(`.${platformDomain}`) || (linkScheme === 'https' && url.hostname === platformDomain);
  if (!isSecure || isOurs || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}
