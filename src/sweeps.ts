import { sweepUnsent } from '#attachments/sweep-unsent.ts';
import { newMeter, openDirectoryDb, openShards } from '#db/database.ts';
import type { ShardScope, TenantScope } from '#db/scopes.ts';
import { effectsOf } from '#http/effects.ts';
import { sweepHandOff } from '#identity/hand-off/sweep-hand-off.ts';
import { sweepDirectorySignIn, sweepSignIn } from '#identity/sign-in/sweep-sign-in.ts';
import { sweepTicketLinks } from '#identity/ticket-links/sweep-ticket-links.ts';
import { endSpent, sweepViews } from '#identity/view-as/sweep-views.ts';
import { bestEffort } from '#lib/best-effort.ts';
import type { Effects } from '#lib/effects.ts';
import { sweepMail } from '#mail/sweep-mail.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { closeSolved, ticketsToClose } from '#tickets/close-solved.ts';
import { sweepSubmissions } from '#tickets/sweep-submissions.ts';

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
    sweeps.push(['submissions', () => sweepSubmissions(shard)]);
    sweeps.push(['close_solved', () => closeAll(env, shard, waitUntil)]);
    sweeps.push(['hand_off', () => sweepHandOff(shard)]);
    sweeps.push(['ticket_links', () => sweepTicketLinks(shard)]);
    sweeps.push(['unsent_files', () => sweepUnsent(shard, env.FILES)]);
    sweeps.push(['views', () => endViews(env, shard, waitUntil)]);
  }
  for (const [name, work] of sweeps) await bestEffort('sweep_failed', name, work);
}

async function closeAll(env: Env, shard: ShardScope, waitUntil: (work: Promise<unknown>) => void): Promise<void> {
  for (const due of await ticketsToClose(shard)) {
    await bestEffort('close_failed', due.ticketId, () =>
      inTenant(env, shard, due.tenantId, waitUntil, (scope, effects) => closeSolved(scope, due.ticketId, effects)),
    );
  }
}

async function endViews(env: Env, shard: ShardScope, waitUntil: (work: Promise<unknown>) => void): Promise<void> {
  for (const due of await sweepViews(shard)) {
    await bestEffort('view_end_failed', due.tenantId, () =>
      inTenant(env, shard, due.tenantId, waitUntil, (scope) => endSpent(scope, due.secretHash)),
    );
  }
}

/** A sweep finds ids; the work on each has its own tenant's scope, and is left alone while the tenant is suspended. */
async function inTenant(
  env: Env,
  { now }: ShardScope,
  id: string,
  waitUntil: (work: Promise<unknown>) => void,
  work: (scope: TenantScope, effects: Effects) => Promise<unknown>,
): Promise<void> {
  const effects = effectsOf(env, id, waitUntil);
  const scope = await openActiveTenant(env, { by: 'id', id }, { now, meter: newMeter(), after: effects.after });
  if (scope) await work(scope, effects);
}
