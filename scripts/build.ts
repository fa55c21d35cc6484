import { mkdirSync } from 'node:fs';
import { buildAssets } from './build-assets.ts';
import { buildMails } from './build-mails.ts';
import { buildReplyParser } from './build-reply-parser.ts';
import { buildWorker } from './build-worker.ts';

/** Everything that the Worker's source imports from build/generated, and the public files. */
export async function buildParts(): Promise<void> {
  mkdirSync('build', { recursive: true });
  await Promise.all([buildAssets(), buildMails(), buildReplyParser()]);
}

if (import.meta.main) {
  await buildParts();
  if (process.argv.includes('--worker')) console.log(await buildWorker());
}
