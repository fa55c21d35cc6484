import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { agentApp, platformApp, portalApp } from '#app.ts';
import type { AppEnv } from '#http/context.ts';
import { agentHost, request } from '../helpers/request.ts';
import { ask, pathOf } from './ask-route.ts';
import { agentCases, platformCases, portalCases } from './cases.ts';
import { everything } from './everything.ts';
import { agentStrangers, isolationScene, type Places, portalStrangers, type Stranger, secretWords } from './scene.ts';

function routesOf(app: Hono<AppEnv>): string[] {
  return app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
}

/** Signing a stranger out would make them nobody for the rest of the walk; theirs is their own to end. */
function isTheirs(route: string, who: Stranger): boolean {
  return who.known && route.startsWith('POST /sign-out');
}

const refusals = [303, 401, 404];

test.each([
  ['portal', portalApp, portalCases],
  ['agent app', agentApp, agentCases],
  ['platform', platformApp, platformCases],
] as const)('every route of the %s has a case in the walk, and every case a route', (_face, app, cases) => {
  expect(Object.keys(cases).sort()).toEqual([...new Set(routesOf(app))].sort());
});

describe.each([
  ['portal', portalCases, portalStrangers],
  ['agent app', agentCases, agentStrangers],
] as const)('in the %s', (_face, cases, strangersOf) => {
  const guarded = Object.entries(cases).filter(([, it]) => it.kind !== 'open');
  let places: Places = {};
  let strangers: Stranger[] = [];

  beforeAll(async () => {
    const scene = await isolationScene();
    places = scene.places;
    strangers = await strangersOf(scene);
  });

  test.each(guarded)('%s gives a stranger nothing and changes nothing', async (route, it) => {
    for (const who of strangers.filter((one) => !isTheirs(route, one))) {
      const before = it.kind === 'object' || !who.known ? await everything() : null;
      const response = await ask(route, it, who, places);
      const said = `${who.who}: ${response.status}`;
      if (!who.known) expect(refusals, said).toContain(response.status);
      else if (it.kind === 'object' || (it.kind === 'managers' && !who.manages))
        expect(response.status, said).toBe(404);
      if (!who.known && response.status === 303) expect(response.headers.get('Location'), said).toMatch(/^\/sign-in/);
      const text = await response.text();
      for (const words of secretWords) expect(text, said).not.toContain(words);
      if (before !== null) expect(await everything(), `${said}: something was written`).toBe(before);
    }
  });

  test.each(guarded.filter(([route]) => route.startsWith('POST')))(
    '%s refuses a post from another site',
    async (route, it) => {
      const [known] = strangers.filter((who) => who.known);
      if (!known) throw new Error('Nobody is known');
      const before = await everything();
      const path = pathOf(route.replace('POST ', ''), places);
      const form =
        'form' in it && it.form ? it.form({ number: Number(places['number']), workspace: known.workspace }) : {};
      for (const headers of [
        { Origin: 'https://evil.test' },
        { Origin: 'null' },
        { Origin: null },
        { 'Sec-Fetch-Site': 'same-site' },
      ]) {
        const response = await request(known.host, path, { form, cookie: known.cookie, headers });
        expect(response.status, JSON.stringify(headers)).toBe(403);
      }
      expect(await everything()).toBe(before);
    },
  );
});

test.each([
  ['an unknown host', 'nobody.portico.test'],
  ['a host that only looks like a tenant', 'app.acme.portico.test'],
])('%s is a 404 without any brand', async (_what, host) => {
  const response = await request(host, '/');
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('Acme');
});

test('no header can choose the tenant', async () => {
  const { acme } = await isolationScene();
  for (const name of ['X-Forwarded-Host', 'Forwarded', 'X-Host', 'X-Original-URL', 'X-Original-Host']) {
    const response = await request('nobody.portico.test', '/?tenant=acme', { headers: { [name]: acme.host } });
    expect(response.status, name).toBe(404);
  }
});

test('agent routes are not on a portal, nor portal routes on the agent host', async () => {
  const { acme, nora, amir } = await isolationScene();
  expect((await request(acme.host, '/tickets', { cookie: nora.signedIn.cookie })).status).toBe(404);
  expect((await request(agentHost, '/requests/1001', { cookie: amir.signedIn.cookie })).status).toBe(404);
});
