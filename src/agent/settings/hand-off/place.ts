import { openDirectoryDb } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import type { HandOffDoor } from '#identity/hand-off/load-ring.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';

export const handOffHref = '/settings/hand-off';

/** Owners and admins only; to other agents these pages do not exist. */
export async function visitHandOff<S extends Statements>(c: AppContext, make: (scope: TenantScope) => S) {
  const seen = await visitAsAgent(c, (scope, claim) => ({ ...loadDeskFrame(scope, claim), ...make(scope) }));
  mustManage(seen.actor);
  return seen;
}

export function doorOf(c: AppContext): HandOffDoor {
  return {
    directory: { db: openDirectoryDb(c.env, c.get('meter')), now: c.get('now') },
    settings: c.get('settings'),
    keySets: { kv: c.env.KV, fetch: (address, init) => fetch(address, init) },
  };
}
