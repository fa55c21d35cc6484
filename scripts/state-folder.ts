import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Throws when a running server already writes to the folder. Call the answer to give the folder back. */
export function claimState(folder: string): () => void {
  const file = join(folder, 'pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (pid && isRunning(pid)) throw new Error(`Portico already runs on ${folder} (process ${pid}). Stop it first.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** The migrations that the folder's database had when it was last ready; undefined when its seed never finished. */
export function readyAt(folder: string): string | undefined {
  const file = join(folder, 'ready');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function markReady(folder: string, migrations: string): void {
  writeFileSync(join(folder, 'ready'), migrations);
}

export function emptyState(folder: string): void {
  for (const part of ['data', 'ready']) rmSync(join(folder, part), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
