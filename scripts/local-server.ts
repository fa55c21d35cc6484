import { createServer } from 'node:net';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import type { Company } from '#onboarding/demo/company.ts';
import { applyMigrations, migrationNames } from './apply-migrations.ts';
import { type LocalSettings, localOptions } from './local-options.ts';
import { claimState, emptyState, markReady, readyAt } from './state-folder.ts';

/** What only this process can reach: none of it has an address. */
export type Parts = {
  DEMO: { seed(): Promise<void>; add(company: Company): Promise<void> };
  DB: D1Database;
  KV: KVNamespace;
};
export type LocalServer = { parts(): Promise<Parts>; reload(): Promise<void>; stop(): Promise<void> };
type Settings = LocalSettings & { reset: boolean; say: (line: string) => void };

const minute = 60_000;
const host = '127.0.0.1';

/** Serves build/local on 127.0.0.1: brings the database up to date, seeds it once, and is cron. */
export async function startLocalServer({ port, https, state, reset, say }: Settings): Promise<LocalServer> {
  await refuseTakenPort(port);
  const release = claimState(state);
  const settings = { port, https, state: join(state, 'data') };
  await prepare(settings, state, reset, say);
  const server = new Miniflare(localOptions(settings));
  await server.ready;
  const cron = setInterval(() => runScheduled(server), minute);
  return {
    parts: () => server.getBindings<Parts>(),
    reload: () => server.setOptions(localOptions(settings)),
    async stop() {
      clearInterval(cron);
      await server.dispose();
      release();
    },
  };
}

/** On a port of its own, so that nobody meets a half-made demo. A seed that did not finish begins again. */
async function prepare(
  settings: LocalSettings,
  folder: string,
  reset: boolean,
  say: (line: string) => void,
): Promise<void> {
  const migrations = migrationNames().join('\n');
  const known = reset ? undefined : readyAt(folder);
  if (known === migrations) return;
  if (known === undefined) emptyState(folder);
  const server = new Miniflare({ ...localOptions(settings), port: 0 });
  try {
    say('Bringing the database up to date …');
    await applyMigrations(await server.getD1Database('DB'));
    if (known === undefined) {
      say('Making the demo companies …');
      await seed(server);
    }
  } finally {
    await server.dispose();
  }
  markReady(folder, migrations);
}

async function seed(server: Miniflare): Promise<void> {
  const { DEMO } = await server.getBindings<Parts>();
  await DEMO.seed();
}

async function runScheduled(server: Miniflare): Promise<void> {
  try {
    const worker = await server.getWorker();
    await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  } catch (error) {
    console.error('The minute run failed:', error);
  }
}

function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Error(`Port ${port} is in use. Choose another: PORT=${port + 1} npm start`)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
