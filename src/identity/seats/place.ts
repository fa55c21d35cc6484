import type { DirectoryScope, TenantScope } from '#db/scopes.ts';

/** A tenant where a person has a seat, open, with the agent that they are there. */
export interface OwnPlace {
  readonly scope: TenantScope;
  readonly agentId: string;
}

/** How an operation reaches the directory and a person's other tenants. */
export interface Reach {
  readonly directory: DirectoryScope;
  /** Null where the tenant is gone or suspended. */
  readonly openTenant: (tenantId: string) => Promise<TenantScope | null>;
  /** The same of a suspended one: for what takes rights away there, since it may come back. Null where it is gone. */
  readonly openAny: (tenantId: string) => Promise<TenantScope | null>;
}
