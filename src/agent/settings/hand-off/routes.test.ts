import { env } from 'cloudflare:workers';
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { expect, test, vi } from 'vitest';
import { agentOf } from '../../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { comeIn, handOver, issuer, sign } from '../../../../test/helpers/hand-off.ts';
import { auditOf, base, newOffice, secretIn } from '../../../../test/helpers/hand-off-office.ts';
import { agentHost, request } from '../../../../test/helpers/request.ts';
import { signIn } from '../../../../test/helpers/sign-in.ts';

test('a secret is shown once, stored sealed, and signs people in', async () => {
  const office = await newOffice();
  const nora = await contactOf(office.tenant, { email: 'nora@customer.test' });
  const key = await office.addSecret();
  expect(key.secret).toHaveLength(43);
  expect((await comeIn(office.tenant.host, await sign(key, { email: nora.email }))).answer.status).toBe(303);
  const row = await env.DB.prepare('select * from handoff_keys where tenant_id = ?').bind(office.tenant.id).first();
  expect(JSON.stringify(row)).not.toContain(key.secret);
  const list = await office.page(base);
  expect(list).not.toContain(key.secret);
  expect(wordsOf(list)).toContain(`HS256 · ${key.kid}`);
  expect(wordsOf(list)).toContain('by Olivia Owner');
  const added = await auditOf(office.tenant, 'handoff_key.added');
  expect(added).toEqual([
    { who: office.tenant.ownerId, detail: JSON.stringify({ kid: key.kid, algorithm: 'HS256', by: 'secret' }) },
  ]);
});

test('pressing twice makes one key, and the second answer has no secret', async () => {
  const { tenant, add, ask } = await newOffice();
  const { answer, filled } = await add('secret');
  expect(secretIn(await answer.text())).not.toBe('');
  const again = await ask(`${base}/keys/new`, { form: filled });
  expect(again.status).toBe(422);
  expect(secretIn(await again.text())).toBe('');
  const count = await env.DB.prepare('select count(*) as n from handoff_keys where tenant_id = ?')
    .bind(tenant.id)
    .first();
  expect(count).toEqual({ n: 1 });
});

test('a revoked key lets nobody in, is revoked once, and its id is never given again', async () => {
  const { tenant, ask, page, add, addSecret } = await newOffice();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const [first, second] = [await addSecret(), await addSecret()];
  const confirm = `${base}/keys/${first.kid}/revocation`;
  expect(wordsOf(await page(confirm))).not.toContain('It is your only key');
  expect((await ask(confirm, { method: 'POST' })).headers.get('Location')).toBe(`${base}?said=revoked`);
  await ask(confirm, { method: 'POST' });
  expect(await auditOf(tenant, 'handoff_key.revoked')).toHaveLength(1);
  expect((await handOver(tenant.host, await sign(first, { email: nora.email }))).status).toBe(400);
  expect((await handOver(tenant.host, await sign(second, { email: nora.email }))).status).toBe(303);
  expect(wordsOf(await page(`${base}/keys/${second.kid}/revocation`))).toContain('It is your only key');
  expect((await add('secret', { kid: first.kid })).answer.status).toBe(422);
  expect((await ask(`${base}/keys/nobody/revocation`)).status).toBe(404);
});

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('a public key for %s is taken as PEM and as JWK', async (algorithm) => {
  const { tenant, add } = await newOffice();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const jwk = JSON.stringify({ ...(await exportJWK(pair.publicKey)), kid: 'own-id', use: 'sig', alg: algorithm });
  for (const [kid, pasted] of [
    ['pem', await exportSPKI(pair.publicKey)],
    ['own-id', jwk],
  ] as const) {
    const fields = { algorithm, public_key: `\n${pasted}\n`, ...(kid === 'pem' && { kid }) };
    expect((await add('public', fields)).answer.status).toBe(200);
    const key = { tenant, kid, issuer, algorithm, material: pair.privateKey };
    expect((await handOver(tenant.host, await sign(key, { email: nora.email }))).status, kid).toBe(303);
  }
});

test('keys that cannot do what they say are refused when they are saved', async () => {
  const { add } = await newOffice();
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const es = await generateKeyPair('ES256', { extractable: true });
  const said = async (algorithm: string, pasted: string) => {
    const { answer } = await add('public', { algorithm, public_key: pasted });
    expect(answer.status).toBe(422);
    return wordsOf(await answer.text());
  };
  const n = (await exportJWK(rsa.publicKey)).n ?? '';
  expect(await said('ES256', await exportSPKI(rsa.publicKey))).toContain('does not fit the algorithm');
  expect(await said('RS256', await exportSPKI(es.publicKey))).toContain('does not fit the algorithm');
  expect(await said('RS256', JSON.stringify(await exportJWK(es.publicKey)))).toContain('does not fit the algorithm');
  expect(await said('RS256', JSON.stringify({ kty: 'RSA', n: n.slice(0, 170), e: 'AQAB' }))).toContain('too short');
  expect(await said('RS256', 'ssh-rsa AAAAB3')).toContain('not a public key that we can read');
  expect(await said('HS256', await exportSPKI(rsa.publicKey))).toContain('Please fill this in');
  expect(await said('RS256', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' }))).toContain('private key or a secret');
  const secret = await exportPKCS8(rsa.privateKey);
  const page = await said('RS256', secret);
  expect(page).toContain('private key or a secret');
  expect(page).not.toContain(secret.slice(40, 80));
});

test.each([
  'http://keys.example.com/jwks.json',
  'https://127.0.0.1/jwks',
  'https://2130706433/jwks',
  'https://[::1]/jwks',
  'https://localhost/jwks',
  'https://metadata.internal/jwks',
  'https://keys.example.com:8443/jwks',
  'https://user:word@keys.example.com/jwks',
  'https://app.portico.test/jwks',
  'https://portico.test/jwks',
  'ftp://keys.example.com/jwks',
  'file:///etc/passwd',
  'https://keys.example.com/\\@127.0.0.1',
])('the key set address %s is refused, and nobody asks it', async (jwksUrl) => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const { add } = await newOffice();
  const { answer } = await add('set', { algorithm: 'RS256', jwks_url: jwksUrl });
  expect(answer.status).toBe(422);
  expect(fetched).not.toHaveBeenCalled();
});

test('a key set is read when it is saved, and its keys sign people in', async () => {
  const { tenant, add } = await newOffice();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const pair = await generateKeyPair('ES256', { extractable: true });
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'idp-1' }];
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ keys }));
  const set = { jwks_url: 'https://login.example.com/jwks.json' };
  expect((await add('set', { ...set, algorithm: 'RS256' })).answer.status).toBe(422);
  expect((await add('set', { ...set, algorithm: 'ES256' })).answer.status).toBe(200);
  const key = { tenant, kid: 'idp-1', issuer, algorithm: 'ES256', material: pair.privateKey };
  expect((await handOver(tenant.host, await sign(key, { email: nora.email }))).status).toBe(303);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
});

test('the page for trying says each check, uses nothing up and writes nothing down', async () => {
  const { tenant, ask, addSecret } = await newOffice();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const key = await addSecret();
  const lines: string[] = [];
  vi.spyOn(console, 'info').mockImplementation((line) => lines.push(String(line)));
  const tell = async (token: string) => {
    const html = await (await ask(`${base}/check`, { form: { token } })).text();
    expect(html).not.toContain(token);
    expect(html).not.toContain(key.secret);
    return wordsOf(html);
  };
  const good = await sign(key, { email: nora.email, name: '<script>alert(1)</script>' });
  const said = await tell(good);
  expect(said).toContain('It would let its person in.');
  expect(said).toContain('The person is known; nothing would be added.');
  expect(said).not.toContain('Failed');
  expect((await ask(`${base}/check`, { form: { token: good } })).headers.get('Cache-Control')).toBe(
    'private, no-store',
  );
  expect((await handOver(tenant.host, good)).status).toBe(303);
  expect(await tell(good)).toContain('A token with this jti was used before.');
  const bad = await tell(await sign(key, { email: 'a@x.test,b@x.test', aud: 'https://evil.test', exp: 9_999_999_999 }));
  for (const words of ['Between iat and exp', 'aud names no address', 'email is not one mail address'])
    expect(bad).toContain(words);
  expect(bad).toContain('Signature is right Passed');
  expect(bad).toContain('Person may come in Not looked at');
  const forged = await tell(`${good.slice(0, -3)}AAA`);
  expect(forged).toContain('Signature is right Failed');
  expect(forged).toContain('Audience is this portal Passed');
  expect(await tell(await sign(key, { email: 'who@nowhere.test' }))).toContain('Nobody here has this sub or address');
  expect(await tell('rubbish')).toContain('It is no token');
  const refusals = await env.DB.prepare('select count(*) as n from handoff_refusals where tenant_id = ?')
    .bind(tenant.id)
    .first();
  expect(refusals).toEqual({ n: 0 });
  for (const part of good.split('.')) expect(lines.join()).not.toContain(part);
});

test('the last twenty refusals are listed with their reasons, and no word of a token', async () => {
  const { tenant, page, addSecret } = await newOffice();
  const key = await addSecret();
  for (let i = 0; i < 24; i += 1) await handOver(tenant.host, await sign(key, { email: `canary${i}@nowhere.test` }));
  await handOver(tenant.host, await sign(key, { jti: undefined }));
  await handOver(tenant.host, await sign(key, {}, { kid: '<script>canary' }));
  const html = await page(base);
  expect(html).not.toContain('canary');
  const words = wordsOf(html);
  expect(words).toContain('The claim jti is missing. claim_missing');
  expect(words).toContain('No key here has the kid of the header, or it was revoked. unknown_key None found');
  expect(words).toContain(`unknown_person ${key.kid}`);
  const rows = await env.DB.prepare('select count(*) as n from handoff_refusals where tenant_id = ?')
    .bind(tenant.id)
    .first();
  expect(rows).toEqual({ n: 20 });
});

test('one client cannot push the refusals of others out', async () => {
  const { tenant, addSecret } = await newOffice();
  const key = await addSecret();
  await handOver(tenant.host, await sign(key, { email: 'true@nowhere.test' }));
  for (let i = 0; i < 25; i += 1) await handOver(tenant.host, `a${i}.b.c`, { client: '2001:db8:ffff::1' });
  const { results } = await env.DB.prepare('select reason from handoff_refusals where tenant_id = ?')
    .bind(tenant.id)
    .all();
  expect(results.length).toBeLessThan(15);
  expect(results).toContainEqual({ reason: 'unknown_person' });
});

test('agents who do not manage find nothing here', async () => {
  const { tenant } = await newOffice();
  const { cookie } = await signIn(await agentOf(tenant));
  for (const path of [base, `${base}/check`, `${base}/keys/new`])
    expect((await request(agentHost, path, { cookie })).status, path).toBe(404);
  const form = { kind: 'secret', new_kid: 'key_x', name: 'x', issuer: 'x' };
  expect((await request(agentHost, `${base}/keys/new`, { cookie, form })).status).toBe(404);
});
