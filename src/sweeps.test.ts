import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newDesk } from '../test/helpers/desk-page.ts';
import { mailed } from '../test/helpers/ticket-link.ts';
import { viewAs } from '../test/helpers/view-as.ts';
import { runSweeps } from './sweeps.ts';

const week = 7 * 24 * 60 * 60 * 1000;

async function solvedAt(at: number) {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open();
  await amir.set(number, { field: 'status', to: await amir.statusId('solved') });
  await env.DB.prepare('UPDATE tickets SET solved_at = ? WHERE tenant_id = ?').bind(at, tenant.id).run();
  return tenant;
}

test('keys of forms that were sent long ago are forgotten, and no others', async () => {
  const { tenant, nora } = await newDesk();
  await nora.open('Old');
  await nora.open('New');
  const old = Date.now() - 91 * 24 * 60 * 60 * 1000;
  const age =
    'UPDATE submissions SET created_at = ? WHERE rowid = (SELECT min(rowid) FROM submissions WHERE tenant_id = ?)';
  await env.DB.prepare(age).bind(old, tenant.id).run();
  await runSweeps(env, Date.now(), () => {});
  const kept = await env.DB.prepare('SELECT created_at FROM submissions WHERE tenant_id = ?').bind(tenant.id).all();
  expect(kept.results.map((row) => row['created_at'] !== old)).toEqual([true]);
});

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

test('an agent who looks until the time runs out is said to have ended, once', async () => {
  const { tenant, amir, contact } = await newDesk();
  await viewAs(amir, contact);
  const ended = async () => {
    const query = "SELECT detail FROM audit_entries WHERE tenant_id = ? AND action = 'view_as.ended'";
    return (await env.DB.prepare(query).bind(tenant.id).all()).results;
  };
  const sweepAt = (minutes: number) => runSweeps(env, Date.now() + minutes * 60_000, () => {});
  await sweepAt(29);
  expect(await ended()).toEqual([]);
  await sweepAt(31);
  await sweepAt(32);
  expect(await ended()).toEqual([{ detail: '{"by":"time"}' }]);
});

test('links of mails are forgotten long after they ran out, and no others', async () => {
  const { tenant } = await mailed();
  const kept = async (days: number) => {
    await runSweeps(env, Date.now() + days * 24 * 60 * 60 * 1000, () => {});
    return env.DB.prepare('SELECT count(*) AS n FROM ticket_links WHERE tenant_id = ?').bind(tenant.id).first('n');
  };
  expect(await kept(59)).toBe(1);
  expect(await kept(61)).toBe(0);
});
