import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium of this machine; undefined when Playwright's own is the one to use. */
export function findChromium(): string | undefined {
  return places.find((place) => existsSync(place));
}

/** Installs a browser when there is none: Debian's as root on Debian or Ubuntu, else Playwright's own. */
export function installChromium(): void {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium (once) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
    // Ubuntu's package of that name is an empty one that points to a snap.
    if (findChromium() && run('/usr/bin/chromium', ['--version'])) return;
  }
  console.log("Installing Playwright's chromium (once) …");
  if (!run('playwright', ['install', 'chromium-headless-shell'])) {
    throw new Error('No Chromium could be installed. Install chromium or Chrome, then run it again.');
  }
}

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (status !== 0) console.error(stderr);
  return status === 0;
}
