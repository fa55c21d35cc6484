import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { handleRequest } from '../../app.ts';
import { demoDoors } from './demo-doors.ts';

async function visit(method: string, path: string): Promise<Response> {
  const ctx = createExecutionContext();
  const answer = await handleRequest(new Request(`https://${env.PLATFORM_DOMAIN}${path}`, { method }), env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}

test('the platform’s own host says what Portico is and leads to the agent app, without a database', async () => {
  const answer = await visit('GET', '/');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Server-Timing')).toContain('trips=0');
  const page = await answer.text();
  expect(page).toContain('<h1>Support, under your own name</h1>');
  expect(page).toContain(`href="https://app.${env.PLATFORM_DOMAIN}/"`);
});

test('a real platform names none of its tenants', async () => {
  const page = await (await visit('GET', '/')).text();
  expect(page).not.toContain('acme');
  expect(page).not.toContain('/dev/mailbox');
});

test('the demo leads to both portals on the port it runs on', () => {
  const settings = {
    platformDomain: 'localhost',
    agentHost: 'app.localhost',
    linkScheme: 'http',
    linkPort: '9600',
  } as const;
  expect(demoDoors(settings).map(({ href }) => href)).toEqual([
    'http://acme.localhost:9600/',
    'http://globex.localhost:9600/',
    'http://app.localhost:9600/',
    'http://app.localhost:9600/dev/mailbox',
  ]);
});

test('anything else there is not found', async () => {
  expect((await visit('GET', '/requests')).status).toBe(404);
  expect((await visit('POST', '/')).status).not.toBe(200);
});
