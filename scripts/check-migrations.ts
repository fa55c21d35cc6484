import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { mustRun, runTool } from './run-tool.ts';

/** Throws when the schema has changes that no migration makes, or when a migration that main has was changed. */
export async function checkMigrations(): Promise<void> {
  await refuseMissing();
  await refuseChanged();
}

async function refuseMissing(): Promise<void> {
  const folder = mkdtempSync('build/migrations-');
  try {
    cpSync('migrations', folder, { recursive: true });
    const output = await mustRun('drizzle-kit', [
      'generate',
      '--dialect=sqlite',
      '--schema=./src/db/schema/*.ts',
      `--out=./${folder}`,
    ]);
    // Where it would ask whether a column was renamed it ends with 0 and writes nothing.
    if (!output.includes('No schema changes')) {
      throw new Error(`${output}\nThe schema has changes without a migration: npx drizzle-kit generate --name WHAT`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Only against the main branch: before a migration is there, it has run nowhere. */
async function refuseChanged(): Promise<void> {
  const base = await runTool('git', ['merge-base', 'HEAD', 'origin/main']);
  if (base.code !== 0) return;
  const since = base.output.trim();
  const changed = await mustRun('git', ['diff', '--name-only', '--diff-filter=MDR', since, '--', 'migrations/*.sql']);
  if (changed.trim()) throw new Error(`Migrations only grow; these have run and were changed:\n${changed}`);
}
