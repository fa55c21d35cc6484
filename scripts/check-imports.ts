import { globSync, readFileSync } from 'node:fs';
import { importFaults } from './import-rules.ts';

const paths = globSync(['src/**/*.{ts,tsx}', 'templates/**/*.{ts,tsx}']);
const faults = importFaults(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])));
for (const fault of faults) console.error(fault);
console.log(`${paths.length} modules, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
