// Runs one of our scripts on a bare machine: installs what is missing, then
// hands over to the project's own Node. Needs nothing but Node 20, npm and git.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed');
const node = join(modules, 'node', 'bin', 'node');

function fail(line) {
  console.error(line);
  process.exit(1);
}

function requireTools() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Portico needs Node 20 or newer; this is ${process.versions.node}. Install it from https://nodejs.org.`);
  }
  if (process.platform === 'win32') fail('Portico runs on Linux and macOS; on Windows, use WSL.');
  for (const tool of ['git', 'npm']) {
    if (spawnSync(tool, ['--version']).error) fail(`Portico needs ${tool}, which is not on the PATH. Install ${tool}.`);
  }
}

function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(node)) return;
  requireTools();
  console.log('Installing packages (a minute or two, once) …');
  const args = ['ci', '--ignore-scripts=false', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] });
  if (npm.status !== 0) {
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(npm.stderr)) {
      fail('The first run needs the network: npm could not reach its registry. Connect and run it again.');
    }
    fail(`${npm.stderr}\nnpm ci failed; what it says is above.`);
  }
  if (!existsSync(node))
    fail('npm ci left no Node behind: allow install scripts for the package "node" and run it again.');
  writeFileSync(stamp, hash);
}

const [script, ...args] = process.argv.slice(2);
install();
const path = [join(modules, '.bin'), dirname(node), process.env.PATH].join(delimiter);
const child = spawn(node, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: path,
    NODE_NO_WARNINGS: '1',
    WRANGLER_LOG: 'warn',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
