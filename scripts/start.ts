import { parseArgs } from 'node:util';
import { buildParts } from './build.ts';
import { buildLocal } from './build-local.ts';
import { fillDevVars } from './dev-vars.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';
import { watchFolders } from './watch-folders.ts';

const { values: options } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    https: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    state: { type: 'string', default: '.portico/state' },
  },
});
const port = Number(process.env.PORT ?? 8787);
const scheme = options.https ? 'https' : 'http';
const at = (host: string) => `${scheme}://${host}:${port}`;

async function start(): Promise<LocalServer> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${process.env.PORT}`);
  fillDevVars();
  console.log('Building …');
  await build();
  const { https, reset, state } = options;
  return startLocalServer({ port, https, reset, state, say: console.log });
}

async function build(): Promise<void> {
  await buildParts();
  await buildLocal();
}

async function rebuild(server: LocalServer): Promise<void> {
  try {
    await build();
    await server.reload();
    console.log('Rebuilt.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

function stopOnSignal(server: LocalServer): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Miniflare's own listener would end the process before the state is closed.
    process.removeAllListeners(signal).on(signal, stop);
  }
}

const addresses = () => `
Portico runs. Stop it with Ctrl-C; \`npm start -- --reset\` begins again.

  ${at('localhost')}                   what Portico is
  ${at('acme.localhost')}              Acme's portal, also at ${at('help.acme.localhost')}
      nora@northwind.test (admin of Northwind), nils@northwind.test (member),
      ines@initech.test (admin of Initech), marta@consult.test (member of both)
  ${at('globex.localhost')}            Globex's portal
      hal@hooli.test (admin of Hooli), nora@northwind.test (admin of Northwind)
  ${at('app.localhost')}               the agents' app
      owner@acme.test, amir@acme.test, owner@globex.test
  ${at('app.localhost')}/dev/mailbox   every mail that is sent; sign-in codes arrive here
`;

try {
  const server = await start();
  stopOnSignal(server);
  console.log(addresses());
  if (options.watch) await watchFolders(['src', 'templates'], () => rebuild(server));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
