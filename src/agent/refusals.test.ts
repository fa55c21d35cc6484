import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../test/helpers/at-work.ts';
import { type Desk, newDesk } from '../../test/helpers/desk-page.ts';
import { agentHost, type RequestOptions, request } from '../../test/helpers/request.ts';

type Ask = readonly [path: string, options?: RequestOptions];

const upgrade = { headers: { Upgrade: 'websocket', Origin: `https://${agentHost}` } };
const entry = (kind: string) => ({ kind, body: 'Words', status: 'open', key: newKey(), seen: '99' });

/** Every way to reach one ticket, with a form that would do something. */
const waysTo = (number: number, { amir }: Desk): readonly Ask[] => [
  [`/tickets/${number}`],
  [`/tickets/${number}/updates?after=0`],
  [`/tickets/${number}/live`, upgrade],
  [`/tickets/${number}/entries`, { form: entry('reply') }],
  [`/tickets/${number}/entries`, { form: entry('note') }],
  [`/tickets/${number}/preview`, { form: entry('reply') }],
  [`/tickets/${number}/settings`, { form: { key: newKey(), status: 'sta_none' } }],
  [`/tickets/${number}/settings`, { form: { key: newKey(), priority: 'pri_none' } }],
  [`/tickets/${number}/settings`, { form: { key: newKey(), assignee: amir.claim.agentId } }],
];

const lists: readonly Ask[] = [['/tickets'], ['/tickets/news?view=open&since=1'], ['/tickets/live', upgrade]];

const written = async ({ tenant }: Desk) =>
  env.DB.prepare(
    'SELECT (SELECT count(*) FROM messages WHERE tenant_id = ?1) + (SELECT count(*) FROM notes WHERE tenant_id = ?1) + (SELECT count(*) FROM events WHERE tenant_id = ?1) AS n',
  )
    .bind(tenant.id)
    .first<number>('n');

test("another tenant's ticket is not found by any way, and nothing is written", async () => {
  const [here, there] = [await newDesk(), await newDesk()];
  // A number that only the other tenant has.
  await there.nora.open();
  const number = await there.nora.open();
  await here.nora.open();
  const before = await written(there);
  for (const [path, options] of waysTo(number, here)) {
    const answer = await request(agentHost, path, { ...options, cookie: here.amir.signedIn.cookie });
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).not.toContain('The gate is stuck');
  }
  expect(await written(there)).toBe(before);
});

test('nobody, a forged session and an ended one get in by no way', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const { cookie } = desk.amir.signedIn;
  const before = await written(desk);
  const refused = async (name: string, cookies: string) => {
    for (const [path, options] of [...lists, ...waysTo(number, desk)]) {
      const answer = await request(agentHost, path, { ...options, cookie: cookies });
      expect([303, 401], `${name} ${path}`).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get('Location')).toMatch(/^\/sign-in\?/);
      expect(await answer.text()).not.toContain('The gate is stuck');
    }
  };
  await refused('nobody', '');
  await refused('forged', cookie.replace(/(.{20})$/, 'A'.repeat(20)));
  await refused('contact', desk.nora.signedIn.cookie);
  await env.DB.prepare('UPDATE sessions SET ended_at = 1 WHERE tenant_id = ?').bind(desk.tenant.id).run();
  await refused('ended', cookie);
  expect(await written(desk)).toBe(before);
});

test('no other site can make an agent write', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const before = await written(desk);
  for (const [path, options] of waysTo(number, desk).filter(([, given]) => given?.form || given?.headers)) {
    const headers = { ...options?.headers, Origin: `https://${desk.tenant.host}` };
    const answer = await request(agentHost, path, { ...options, headers, cookie: desk.amir.signedIn.cookie });
    expect(answer.status, path).toBe(403);
  }
  expect(await written(desk)).toBe(before);
});

test("agents' pages are nowhere on a tenant's host", async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  for (const [path, options] of [...lists, ...waysTo(number, desk)]) {
    const headers = { ...options?.headers, Origin: `https://${desk.tenant.host}` };
    const answer = await request(desk.tenant.host, path, { ...options, headers, cookie: desk.amir.signedIn.cookie });
    expect(answer.status, path).toBe(404);
  }
});
