import { resolve } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, type MiniflareOptions } from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler';

export type LocalSettings = { port: number; https: boolean; state: string };

// People try things out: hours and days are a hundred times as generous here.
const generosity = 100;

/** What Miniflare needs to run build/local with all parts named in wrangler.toml, and the mailbox besides. */
export function localOptions({ port, https, state }: LocalSettings): MiniflareOptions {
  const config = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true });
  Object.assign(config.vars, limitsTimes(config.vars, generosity), {
    PLATFORM_DOMAIN: 'localhost',
    LINK_SCHEME: https ? 'https' : 'http',
    LINK_PORT: String(port),
    CHECK_COLUMNS: 'on',
    SHOW_TIMING: 'on',
  });
  for (const { simple } of config.ratelimits) simple.limit *= generosity;
  config.durable_objects.bindings.push({ name: 'MAILBOX', class_name: 'Mailbox' });
  config.migrations.push({ tag: 'local', new_sqlite_classes: ['Mailbox'] });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  return convertV4MiniflareOptions({
    ...workerOptions,
    name: 'portico',
    rootPath: process.cwd(),
    modulesRoot: resolve('build/local'),
    modules: [{ type: 'ESModule', path: resolve('build/local/local-worker.js') }],
    serviceBindings: { DEMO: { name: 'portico', entrypoint: 'Demo' } },
    host: '127.0.0.1',
    port,
    https,
    cf: { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: resolve(state),
  });
}

function limitsTimes(vars: Record<string, unknown>, factor: number): Record<string, string> {
  const limits = Object.entries(vars).filter(([name]) => name.startsWith('LIMIT_'));
  return Object.fromEntries(limits.map(([name, value]) => [name, String(Number(value) * factor)]));
}
