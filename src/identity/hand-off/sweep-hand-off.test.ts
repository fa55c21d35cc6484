import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { handOffKey, handOver, sign } from '../../../test/helpers/hand-off.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { sweepHandOff } from './sweep-hand-off.ts';

test('what nobody can use any more is deleted, and not a second sooner', async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  await handOver(tenant.host, await sign(await handOffKey(tenant), { email: nora.email }));
  const db = openDirectoryDb(env, newMeter());
  const left = async (table: string) =>
    (
      await env.DB.prepare(`select expires_at as at from ${table} where tenant_id = ?`)
        .bind(tenant.id)
        .all<{ at: number }>()
    ).results;
  for (const table of ['handoff_arrivals', 'handoff_uses']) {
    const [row] = await left(table);
    await sweepHandOff({ db, now: row?.at ?? 0 });
    expect(await left(table), table).toHaveLength(1);
    await sweepHandOff({ db, now: (row?.at ?? 0) + 1 });
    expect(await left(table), table).toHaveLength(0);
  }
});
