import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { readKeySet } from './key-sets.ts';
import { outsideAddress } from './outside-address.ts';

let made = 0;

/** A key set of its own on a server that answers as the test says. */
function server(answer: () => Response | Promise<Response>) {
  made += 1;
  const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () => answer());
  const source = { kv: env.KV, fetch, platformDomain: 'portico.test' };
  const place = { tenantId: 'ten_x', url: `https://keys${made}.example.com/jwks` };
  const ask = (now: number, kid = 'a') =>
    readKeySet(source, place, now, (keys) => keys.some((key) => key['kid'] === kid));
  return { fetch, ask, source, place };
}

const minute = 60_000;
const start = 1_800_000_000_000;
const setOf = (...kids: string[]) => Response.json({ keys: kids.map((kid) => ({ kty: 'EC', kid })) });

test('a set is read once and believed for ten minutes', async () => {
  const { ask, fetch } = server(() => setOf('a'));
  expect(await ask(start)).toEqual([{ kty: 'EC', kid: 'a' }]);
  await ask(start + 9 * minute);
  expect(fetch).toHaveBeenCalledTimes(1);
  await ask(start + 11 * minute);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('an unknown key id asks again, once a minute at most, and fifty at once ask once', async () => {
  let kids = ['a'];
  const { ask, fetch } = server(() => setOf(...kids));
  await Promise.all(Array.from({ length: 50 }, () => ask(start)));
  expect(fetch).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 50; i += 1) await ask(start + i * 1000, `invented-${i}`);
  expect(fetch).toHaveBeenCalledTimes(1);
  kids = ['b'];
  expect(await ask(start + minute, 'b')).toEqual([{ kty: 'EC', kid: 'b' }]);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('while its server is down a set is believed for an hour, then no more', async () => {
  let isUp = true;
  const { ask, fetch } = server(() => (isUp ? setOf('a') : new Response('', { status: 503 })));
  await ask(start);
  isUp = false;
  expect(await ask(start + 30 * minute)).toEqual([{ kty: 'EC', kid: 'a' }]);
  expect(await ask(start + 30 * minute + 1000)).toEqual([{ kty: 'EC', kid: 'a' }]);
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(await ask(start + 61 * minute)).toBeNull();
});

test.each([
  ['a redirect', () => new Response(null, { status: 302, headers: { Location: 'https://127.0.0.1/' } })],
  ['more than 64 kB', () => Response.json({ keys: [{ kid: 'a', x: 'x'.repeat(70_000) }] })],
  ['no JSON', () => new Response('<html>')],
  ['no set', () => Response.json({ kid: 'a' })],
  ['a set of no objects', () => Response.json({ keys: ['a'] })],
  ['broken text', () => new Response(new Uint8Array([0x7b, 0xff, 0xfe]))],
  ['an error', () => Promise.reject(new Error('refused'))],
])('%s is no key set', async (_what, answer) => {
  const { ask, fetch } = server(answer);
  expect(await ask(start)).toBeNull();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
  expect(fetch.mock.calls[0]?.[1].signal).toBeInstanceOf(AbortSignal);
});

test('an address that should never have been stored is not asked', async () => {
  const { source, place, fetch } = server(() => setOf('a'));
  for (const url of ['http://keys.example.com/', 'https://10.0.0.1/', 'https://app.portico.test/'])
    expect(await readKeySet(source, { ...place, url }, start, () => false)).toBeNull();
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  ['https://keys.example.com/jwks', 'https://keys.example.com/jwks'],
  [' https://Keys.Example.com./jwks#x ', 'https://keys.example.com./jwks'],
  ['https://0x7f.1/', null],
  ['https://127.1/', null],
  ['https://[::ffff:127.0.0.1]/', null],
  ['https://portico.test./', null],
  ['https://a.portico.test/', null],
  ['https://keys/', null],
  ['https://x.home.arpa/', null],
  ['https://keys.example.com:8443/', null],
  ['https://keys.example.com\u3002evil.test/', 'https://keys.example.com.evil.test/'],
  ['//keys.example.com/', null],
])('%s is allowed as %s', (typed, allowed) => {
  expect(outsideAddress(typed, 'portico.test')).toBe(allowed);
});
