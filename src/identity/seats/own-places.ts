import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { OwnPlace, Reach } from './place.ts';
import { seatsOf } from './seat-queries.ts';

/**
 * Every tenant where this person has a seat, the present one first, suspended
 * ones too: for what concerns all of them, such as signing out everywhere.
 * Tenants can lie in different databases, so each is a trip of its own.
 */
export async function ownPlaces(
  reach: Reach,
  here: TenantScope,
  actor: Pick<Agent, 'id' | 'email'>,
): Promise<readonly OwnPlace[]> {
  const { directory } = reach;
  const { seats } = await run(directory.db, { seats: seatsOf(directory, actor.email, 'all') });
  const others = seats.filter(({ tenantId }) => tenantId !== here.tenant.id);
  const opened = await Promise.all(
    others.map(async ({ tenantId, agentId }) => {
      const scope = await reach.openAny(tenantId);
      return scope ? [{ scope, agentId }] : [];
    }),
  );
  return [{ scope: here, agentId: actor.id }, ...opened.flat()];
}
