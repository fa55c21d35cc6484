import { availableParallelism } from 'node:os';
import { buildParts } from './build.ts';
import { checkMigrations } from './check-migrations.ts';
import { mustRun } from './run-tool.ts';
import { runSteps, type Step } from './steps.ts';

const command = (name: string, line: string): Step => ({
  name,
  run: async () => {
    const [tool = '', ...args] = line.split(' ');
    await mustRun(tool, args);
  },
});

const steps: Step[] = [
  command('types', 'tsc --noEmit -p tsconfig.json'),
  command('types of the browser', 'tsc --noEmit -p src/browser/tsconfig.json'),
  command('types of the mail layouts', 'tsc --noEmit -p templates/tsconfig.json'),
  command('format and lint', 'biome check --error-on-warnings'),
  command('awaited promises', 'oxlint --type-aware -c .oxlintrc.json src scripts test bench templates'),
  command('imports', 'node scripts/check-imports.ts'),
  command('the checks themselves', 'node --test scripts/*.test.ts'),
  command('unused code', 'knip'),
  command(
    'binding types',
    'wrangler types --check --include-runtime=false --strict-vars=false --env-file .dev.vars.example',
  ),
  { name: 'migrations', run: checkMigrations },
];

/** Everything that can be said about the code without running it. Builds the generated files first. */
export async function check(): Promise<boolean> {
  const built = await runSteps([{ name: 'build', run: buildParts }], 1);
  return built && (await runSteps(steps, availableParallelism()));
}

if (import.meta.main) process.exitCode = (await check()) ? 0 : 1;
