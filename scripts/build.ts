import { existsSync } from 'node:fs';
import { buildAssets } from './build-assets.ts';
import { buildWorker } from './build-worker.ts';

/** Everything the Worker's source imports from build/generated, and the public files. */
export async function buildParts(): Promise<void> {
  await Promise.all([buildAssets(), buildMailsIfAny()]);
}

async function buildMailsIfAny(): Promise<void> {
  if (!existsSync('scripts/build-mails.ts')) return;
  const module = './build-mails.ts';
  await (await import(module)).buildMails();
}

if (import.meta.main) {
  await buildParts();
  if (process.argv.includes('--worker')) console.log(await buildWorker());
}
