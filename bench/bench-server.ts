import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler';
import { applyMigrations } from '../scripts/apply-migrations.ts';
import type { HotPage } from './pages.ts';
import type { Seeded } from './seed-bench.ts';

export interface BenchServer {
  readonly port: number;
  readonly seeded: Seeded;
  /** Makes this page's batch known to the floor. */
  record(page: HotPage): Promise<void>;
  stop(): Promise<void>;
}

export const floorHost = 'floor.localhost';

/** The built Worker without any proxy before it, and the floor on the same database; all of it new, with so many tickets. */
export async function startBenchServer(tickets: number): Promise<BenchServer> {
  const state = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const server = new Miniflare(options(state));
  const stop = async () => {
    await server.dispose();
    rmSync(state, { recursive: true, force: true });
  };
  try {
    const { port } = await server.ready;
    await applyMigrations(await server.getD1Database('DB'));
    const { BENCH } = await server.getBindings<{ BENCH: Bench }>();
    const seeded = await BENCH.seed(tickets);
    return { port: Number(port), seeded, record: (page) => BENCH.record(page), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Bench {
  seed(tickets: number): Promise<Seeded>;
  record(page: HotPage): Promise<void>;
}

function options(state: string) {
  const config = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true });
  Object.assign(config.vars, { PLATFORM_DOMAIN: 'localhost', LINK_SCHEME: 'http', SHOW_TIMING: 'on' });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  // Static files are not the Worker's: without them no router stands before it.
  const { assets: _assets, modulesRules: _rules, ...built } = workerOptions;
  return convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: state,
    workers: [
      {
        ...built,
        name: 'portico',
        ...moduleOf('build/worker/worker.js'),
        serviceBindings: { BENCH: { name: 'floor', entrypoint: 'Bench' } },
      },
      {
        ...built,
        name: 'floor',
        queueConsumers: {},
        ...moduleOf('build/bench/worker.js'),
        routes: [`${floorHost}/*`],
      },
    ],
  });
}

function moduleOf(path: string) {
  return { modulesRoot: resolve(path, '..'), modules: [{ type: 'ESModule' as const, path: resolve(path) }] };
}
