import { runTool } from './run-tool.ts';

/** Bundles src/local-worker.ts to build/local with the bundler that a deploy uses. */
export async function buildLocal(): Promise<void> {
  const { code, output } = await runTool('wrangler', [
    'deploy',
    'src/local-worker.ts',
    '--dry-run',
    '--outdir',
    'build/local',
  ]);
  if (code !== 0) throw new Error(output);
}
