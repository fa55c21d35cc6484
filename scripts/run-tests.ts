import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

export type Count = { passed: number; failed: number };

/**
 * Runs a test runner and answers with what its counting reporter wrote.
 * A runner that fails without a failed test, or that counted nothing, is one failure.
 */
export async function runTests(name: string, command: string, args: string[]): Promise<Count> {
  const file = `build/${name}-count.json`;
  rmSync(file, { force: true });
  const code = await run(command, args, { COUNT_FILE: file });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed }: Count = JSON.parse(readFileSync(file, 'utf8'));
  const crashed = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: crashed ? 1 : failed };
}

function run(command: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
