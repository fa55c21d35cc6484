import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { Company } from '#onboarding/demo/company.ts';
import { buildParts } from '../../../scripts/build.ts';
import { buildLocal } from '../../../scripts/build-local.ts';
import { fillDevVars } from '../../../scripts/dev-vars.ts';
import { type LocalServer, type Parts, startLocalServer } from '../../../scripts/local-server.ts';
import type { Person } from './company.ts';
import { backstagePath, statePath } from './places.ts';
import { walkIn } from './walk-in.ts';

// What `npm start` does, on a state of its own, and a door behind the stage:
// there a journey orders a company of its own, comes in, lets time pass, or has the
// Worker started anew.

const port = Number(process.env.PORT);
const state = statePath(port);

async function start(): Promise<LocalServer> {
  fillDevVars();
  await buildParts();
  await buildLocal();
  return startLocalServer({ port, https: false, reset: true, state, say: () => {} });
}

/** The door stands before the server answers, so that no journey comes too early. */
function openBackstage(started: Promise<LocalServer>): void {
  const door = createServer(async (request, response) => {
    try {
      response.end(await act(await started, request.url ?? '', await textOf(request)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  door.listen(0, '127.0.0.1', () => writeFileSync(backstagePath(port), JSON.stringify(door.address())));
}

async function act(server: LocalServer, path: string, wish: string): Promise<string> {
  if (path === '/sign-in') {
    const person: Person = JSON.parse(wish);
    return walkIn(person);
  }
  await change(server, path, wish);
  return '';
}

async function change(server: LocalServer, path: string, wish: string): Promise<void> {
  if (path === '/restart') return server.reload();
  const parts = await server.parts();
  if (path === '/company') {
    const company: Company = JSON.parse(wish);
    return parts.DEMO.add(company);
  }
  const { slug }: { slug: string } = JSON.parse(wish);
  if (path === '/suspend') return suspend(parts, slug);
  if (path === '/expire-links') return expireLinks(parts, slug);
  throw new Error(`Nobody behind the stage knows ${path}`);
}

async function suspend({ DB }: Parts, slug: string): Promise<void> {
  // The row that every page reads: what is remembered of the directory's may be older.
  await DB.prepare(
    "UPDATE tenant_settings SET status = 'suspended' WHERE tenant_id = (SELECT id FROM tenants WHERE slug = ?)",
  )
    .bind(slug)
    .run();
}

async function expireLinks({ DB, KV }: Parts, slug: string): Promise<void> {
  const late = DB.prepare(
    `UPDATE sign_in_challenges SET expires_at = asked_at + 1
      WHERE tenant_id = (SELECT id FROM tenants WHERE slug = ?) RETURNING hash`,
  ).bind(slug);
  for (const { hash } of (await late.all<{ hash: string }>()).results) await KV.delete(`signin:${hash}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

rmSync(state, { recursive: true, force: true });
mkdirSync(state, { recursive: true });
const started = start();
openBackstage(started);
const server = await started;
process.stdout.write(`Journeys are served on port ${port}.\n`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  // Miniflare's own listener would end the process before the state is closed.
  process.removeAllListeners(signal).on(signal, async () => {
    await server.stop();
    process.exit(0);
  });
}
