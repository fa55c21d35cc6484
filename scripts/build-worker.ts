import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { mustRun } from './run-tool.ts';

const budgetBytes = 780_000;

/**
 * Bundles the Worker to build/worker as a deploy would and answers with a line about its size.
 * Throws when it is over its budget (gzip) or contains the local mailbox.
 */
export async function buildWorker(): Promise<string> {
  const args = ['deploy', '--dry-run', '--minify', '--outdir', 'build/worker', '--metafile', 'build/worker/meta.json'];
  await mustRun('wrangler', args);
  refuseLocalParts(JSON.parse(readFileSync('build/worker/meta.json', 'utf8')));
  const bytes = gzipSync(readFileSync('build/worker/worker.js'), { level: 9 }).length;
  const size = `Worker: ${(bytes / 1000).toFixed(1)} kB gzip of ${budgetBytes / 1000} kB`;
  if (bytes > budgetBytes) throw new Error(`${size}: over budget.`);
  return size;
}

type Metafile = { inputs: Record<string, unknown> };

function refuseLocalParts({ inputs }: Metafile): void {
  const files = Object.keys(inputs);
  if (!files.some((file) => file.endsWith('src/worker.ts')))
    throw new Error('The build does not say what it contains.');
  const local = files.filter((file) => /(^|\/)src\/(local\/|local-worker)/.test(file));
  if (local.length) throw new Error(`Never to be deployed, but in the bundle: ${local.join(', ')}`);
}
