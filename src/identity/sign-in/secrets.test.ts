import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';

/** Every value in every table, in KV and in R2. */
async function everythingStored(): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like '%search%' and name not like '\\_cf%' escape '\\'`,
  ).all<{ name: string }>();
  const stored: unknown[] = [];
  for (const { name } of tables) stored.push((await env.DB.prepare(`select * from "${name}"`).all()).results);
  for (const { name } of (await env.KV.list()).keys) stored.push(name, await env.KV.get(name));
  for (const { key } of (await env.FILES.list()).objects) stored.push(key, await (await env.FILES.get(key))?.text());
  return JSON.stringify(stored);
}

test('no token, code or session secret is stored or logged, by contacts or agents, in any turn of a sign-in', async () => {
  const lines: unknown[][] = [];
  const methods = ['log', 'info', 'warn', 'debug', 'error'] as const;
  const spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...words) => void lines.push(words)),
  );
  const tenant = await newTenant();
  const canaries: string[] = [];
  for (const [host, { email }] of [
    [tenant.host, await contactOf(tenant)],
    [agentHost, await agentOf(tenant)],
  ] as const) {
    const asked = await request(host, '/sign-in', { form: { email } });
    const { link, code } = newestSignInMail(email);
    const { pathname } = new URL(link);
    canaries.push(pathname.split('/').at(-1) ?? '', code);
    await request(host, '/sign-in/code', {
      cookie: cookiesOf(asked),
      form: { code: code === '111111' ? '222222' : '111111' },
    });
    await request(host, pathname);
    const inside = await request(host, pathname, { method: 'POST' });
    const secret = /__Host-session=[^;]*\.([\w-]{43})\.[\w-]{43}/.exec(cookiesOf(inside))?.[1] ?? '';
    expect(secret).toHaveLength(43);
    canaries.push(secret);
    await request(host, pathname, { method: 'POST' });
  }
  for (const spy of spies) spy.mockRestore();
  const stored = await everythingStored();
  expect(stored).toContain('challenge_hash');
  for (const canary of canaries) {
    expect(canary).not.toBe('');
    expect(stored).not.toContain(`"${canary}`);
    expect(stored.includes(canary) && canary.length > 6).toBe(false);
    expect(JSON.stringify(lines)).not.toContain(canary);
  }
});
