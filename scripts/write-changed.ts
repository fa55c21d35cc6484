import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes the file unless it already holds this text, so that watchers and incremental tools see no change. */
export function writeChanged(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (readText(path) !== text) writeFileSync(path, text);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
