import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { companySql } from './company-sql.ts';

// Prints the SQL that makes a company, or adds hosts and people to one
// (docs/deploy.md). There is no sign-up page yet; this is the operator's way.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { config: { type: 'string', default: 'wrangler.toml' } },
});

try {
  const [file] = positionals;
  if (!file) throw new Error('Which company? Name a JSON file; docs/deploy.md shows one.');
  const { vars } = unstable_readConfig({ config: values.config }, { hideWarnings: true });
  process.stdout.write(await companySql(JSON.parse(readFileSync(file, 'utf8')), vars, Date.now()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
