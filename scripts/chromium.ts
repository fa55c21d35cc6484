import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Without windows, menus and profiles: a journey takes a third of a whole browser's processor time.
const shell = '/usr/bin/chromium-headless-shell';

const places = [
  shell,
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

/** Installs a browser without a window: Debian's as root on Debian, else Playwright's own where there is no Chromium at all. */
export function installChromium(): void {
  if (existsSync(shell)) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium-headless-shell (once) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    // Without a network it gives up soon, and the Chromium that is there does.
    const impatient = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];
    run('apt-get', ['update', ...impatient], env);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...impatient, 'chromium-headless-shell'], env);
  }
  if (findChromium()) return;
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
