import { WorkerEntrypoint } from 'cloudflare:workers';
import { Hono } from 'hono';
import { handleRequest } from '#app.ts';
import type { HotPage } from './pages.ts';
import { type Asked, recordBatches } from './record-batches.ts';
import { type Seeded, seedBench } from './seed-bench.ts';

// wrangler.toml names it, so wrangler asks for it.
export { Room } from '#live/room.ts';

// Stands beside the built Worker on the same database: makes the tenant, and is
// the floor that its pages are compared with. Never deployed.

const batches = new Map<string, readonly Asked[]>();

/** Called by the bench's own process; it has no address. */
export class Bench extends WorkerEntrypoint<Env> {
  seed(tickets: number): Promise<Seeded> {
    return seedBench(this.env, tickets, Date.now());
  }

  /**
   * Asks for the page with our own source and keeps the batch that it runs when
   * all caches are warm. Throws where that is not exactly one.
   */
  async record({ name, host, path, cookie }: HotPage): Promise<void> {
    const { db, seen } = recordBatches(this.env.DB);
    const env = { ...this.env, DB: db };
    for (const isWarm of [false, true]) {
      seen.length = 0;
      const after: Promise<unknown>[] = [];
      const ctx = new Proxy(this.ctx, {
        get: (target, key) =>
          key === 'waitUntil' ? (work: Promise<unknown>) => after.push(work) : Reflect.get(target, key),
      });
      const answer = await handleRequest(
        new Request(`http://${host}${path}`, { headers: { Cookie: cookie } }),
        env,
        ctx,
      );
      await Promise.all(after);
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
      if (isWarm && seen.length !== 1) throw new Error(`${name} made ${seen.length} trips`);
    }
    batches.set(name, seen[0] ?? []);
  }
}

const floor = new Hono<{ Bindings: Env }>()
  /** The statements of a page, nothing else. */
  .get('/batch/:page', async ({ env, req, json }) => {
    const asked = batches.get(req.param('page')) ?? [];
    const results = await env.DB.batch(asked.map(({ sql, params }) => env.DB.prepare(sql).bind(...params)));
    return json(results.map(({ results: rows }) => rows));
  })
  /** The first of them, which says who asks. */
  .get('/one/:page', async ({ env, req, json }) => {
    const [first] = batches.get(req.param('page')) ?? [];
    if (!first) throw new Error('Nothing was recorded');
    const { results } = await env.DB.prepare(first.sql)
      .bind(...first.params)
      .all();
    return json(results);
  });

export default floor satisfies ExportedHandler<Env>;
