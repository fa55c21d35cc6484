import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newDesk } from '../test/helpers/desk-page.ts';
import { runSweeps } from './sweeps.ts';

const week = 7 * 24 * 60 * 60 * 1000;

async function solvedAt(at: number) {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open();
  await amir.set(number, { field: 'status', to: await amir.statusId('solved') });
  await env.DB.prepare('UPDATE tickets SET solved_at = ? WHERE tenant_id = ?').bind(at, tenant.id).run();
  return tenant;
}

test('a ticket that cannot be closed keeps no other open', async () => {
  const now = Date.now();
  const [broken, sound] = [await solvedAt(now - week - 2), await solvedAt(now - week - 1)];
  await env.DB.prepare("UPDATE statuses SET retired_at = 1 WHERE tenant_id = ? AND category = 'closed'")
    .bind(broken.id)
    .run();
  const after: Promise<unknown>[] = [];
  await runSweeps(env, now, (work) => after.push(work));
  await Promise.all(after);
  const closed = await env.DB.prepare("SELECT tenant_id FROM tickets WHERE category = 'closed'").all();
  expect(closed.results).toEqual([{ tenant_id: sound.id }]);
});
