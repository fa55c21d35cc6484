import { mustRun } from './run-tool.ts';

/** Bundles src/local-worker.ts to build/local with the bundler that a deploy uses. */
export async function buildLocal(): Promise<void> {
  await mustRun('wrangler', ['deploy', 'src/local-worker.ts', '--dry-run', '--outdir', 'build/local']);
}
