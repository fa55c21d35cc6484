import type { TenantScope } from '#db/scopes.ts';
import { type Whom, whomToView } from './view-token-queries.ts';

/** Whom an agent would see the portal as; null where the tenant has no such contact in that account. */
export function loadWhom(scope: TenantScope, whom: Whom) {
  return { whom: whomToView(scope, whom) };
}
