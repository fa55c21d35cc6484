import type { DirectoryScope, TenantScope } from '#db/scopes.ts';

/**
 * Where somebody signs in: contacts at a host of their tenant, agents at the
 * agent app. Both go the same way; the challenges of agents lie in the directory.
 */
export type Realm = PortalRealm | AgentRealm;

export interface PortalRealm {
  readonly kind: 'portal';
  readonly scope: TenantScope;
  /** The host that was asked on; links and sessions belong to it alone. */
  readonly host: string;
}

export interface AgentRealm {
  readonly kind: 'agent';
  readonly scope: DirectoryScope;
  readonly host: string;
}

/** Its part of every hash and rate-limit key. */
export function realmName(realm: Realm): string {
  return realm.kind === 'portal' ? realm.scope.tenant.id : 'agent';
}
