import { read } from '#db/read-as.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import { hostUrl } from '#tenancy/links.ts';
import { liveHosts } from '#tenancy/live-hosts.ts';
import type { KeyRing } from './find-key.ts';
import { creationRule, liveKeys } from './key-queries.ts';
import type { KeySetSource } from './key-sets.ts';
import type { Creates } from './plan-arrival.ts';

/** What checking a token needs besides the tenant's own data. */
export interface HandOffDoor {
  readonly directory: DirectoryScope;
  readonly settings: Pick<Settings, 'linkScheme' | 'linkPort' | 'agentHost' | 'sealKeys' | 'platformDomain'>;
  readonly keySets: Pick<KeySetSource, 'kv' | 'fetch'>;
}

/** What a token of this tenant is held against. */
export async function loadRing(
  scope: TenantScope,
  { directory, settings, keySets }: HandOffDoor,
): Promise<{ readonly ring: KeyRing; readonly origins: readonly string[]; readonly creates: Creates }> {
  const [rows, hosts] = await Promise.all([
    read(scope, { keys: liveKeys(scope), creates: creationRule(scope) }),
    liveHosts(directory, scope.tenant.id),
  ]);
  const { sealKeys, platformDomain } = settings;
  const ring = {
    tenantId: scope.tenant.id,
    keys: rows.keys,
    sealKeys,
    keySets: { ...keySets, platformDomain },
    now: scope.now,
  };
  return { ring, origins: hosts.map((host) => hostUrl(settings, host, '')), creates: rows.creates };
}
