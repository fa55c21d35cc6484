import { globSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Calls `changed` after a file of these folders was written. Looks every half second: watchers miss files replaced by a rename. */
export async function watchFolders(folders: string[], changed: () => Promise<void>): Promise<never> {
  let seen = snapshot(folders);
  for (;;) {
    await setTimeout(500);
    const now = snapshot(folders);
    if (now === seen) continue;
    seen = now;
    await changed();
  }
}

function snapshot(folders: string[]): string {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,css}`)).sort();
  return files.map((file) => `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`).join('\n');
}
