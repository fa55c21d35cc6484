import { run } from '#db/run.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { factorsOf, withFactor } from './factor-queries.ts';
import type { Factors } from './factors.ts';

export async function listFactors(directory: DirectoryScope, email: string): Promise<Factors> {
  const { factors } = await run(directory.db, { factors: factorsOf(directory, email) });
  return factors;
}

/** Those of the addresses that have a second factor. */
export async function whoHasFactor(directory: DirectoryScope, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const { found } = await run(directory.db, { found: withFactor(directory, emails) });
  return new Set(found);
}
