import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import { listSeats } from './list-seats.ts';
import type { OwnPlace, Reach } from './place.ts';

/**
 * Every tenant where this person has a seat, the present one first: for what
 * concerns all of them, such as signing out everywhere. Tenants can lie in
 * different databases, so each is a trip of its own.
 */
export async function ownPlaces(
  reach: Reach,
  here: TenantScope,
  actor: Pick<Agent, 'id' | 'email'>,
): Promise<readonly OwnPlace[]> {
  const seats = await listSeats(reach.directory, actor.email);
  const others = seats.filter(({ tenantId }) => tenantId !== here.tenant.id);
  const opened = await Promise.all(
    others.map(async ({ tenantId, agentId }) => {
      const scope = await reach.openTenant(tenantId);
      return scope ? [{ scope, agentId }] : [];
    }),
  );
  return [{ scope: here, agentId: actor.id }, ...opened.flat()];
}
