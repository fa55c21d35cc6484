import { newMeter, openDirectoryDb, openShards } from '#db/database.ts';
import type { ShardScope, TenantScope } from '#db/scopes.ts';
import { effectsOf } from '#http/effects.ts';
import { sweepDirectorySignIn, sweepSignIn } from '#identity/sweep-sign-in.ts';
import { bestEffort } from '#lib/best-effort.ts';
import type { Effects } from '#lib/effects.ts';
import { sweepMail } from '#mail/sweep-mail.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { openTenant } from '#tenancy/open-tenant.ts';
import { closeSolved, ticketsToClose } from '#tickets/close-solved.ts';

/** What cron does each minute. One sweep's trouble stops none of the others, nor one ticket's the next. */
export async function runSweeps(env: Env, now: number, waitUntil: (work: Promise<unknown>) => void): Promise<void> {
  const meter = newMeter();
  const directory = { db: openDirectoryDb(env, meter), now };
  const sweeps: [name: string, work: () => Promise<unknown>][] = [
    ['sign_in_directory', () => sweepDirectorySignIn(directory)],
  ];
  for (const db of openShards(env, meter)) {
    const shard: ShardScope = { db, now };
    sweeps.push(['sign_in', () => sweepSignIn(shard)]);
    sweeps.push(['mail', () => sweepMail(shard, env.MAIL_QUEUE)]);
    sweeps.push(['close_solved', () => closeAll(env, shard, waitUntil)]);
  }
  for (const [name, work] of sweeps) await bestEffort('sweep_failed', name, work);
}

async function closeAll(env: Env, shard: ShardScope, waitUntil: (work: Promise<unknown>) => void): Promise<void> {
  for (const { tenantId, ticketId } of await ticketsToClose(shard)) {
    await bestEffort('close_failed', ticketId, async () => {
      const open = await openById(env, tenantId, shard.now, waitUntil);
      if (open) await closeSolved(open.scope, ticketId, open.effects);
    });
  }
}

/** A real tenant's scope for what a sweep found; null where it is gone or suspended. */
async function openById(
  env: Env,
  tenantId: string,
  now: number,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<{ scope: TenantScope; effects: Effects } | null> {
  const meter = newMeter();
  const tenant = await findTenant(env, { by: 'id', id: tenantId }, now, meter);
  if (tenant?.status !== 'active') return null;
  const effects = effectsOf(env, tenant.id, waitUntil);
  return { scope: openTenant(env, tenant, { now, meter, after: effects.after }), effects };
}
