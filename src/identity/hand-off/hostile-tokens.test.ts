import { env } from 'cloudflare:workers';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { type Claims, goodClaims, handOffKey, handOver, sign, type TestKey } from '../../../test/helpers/hand-off.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { noSignature, rawToken } from '../../../test/helpers/raw-token.ts';
import { cookiesOf } from '../../../test/helpers/request.ts';

async function scene(algorithm = '') {
  const tenant = await newTenant();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const key = await handOffKey(tenant, { algorithm });
  const claims = (change: Claims = {}) => goodClaims(key, { email: nora.email, ...change });
  return { tenant, nora, key, claims };
}

const bytesOf = ({ material }: TestKey) => (material instanceof Uint8Array ? material : new Uint8Array());

/** Sends a token, sees that it opens nothing and uses nothing up, and tells why it was refused. */
async function refusalOf(tenant: TestTenant, token: string): Promise<unknown> {
  const answer = await handOver(tenant.host, token);
  expect([400, 403, 410]).toContain(answer.status);
  expect(cookiesOf(answer)).toBe('');
  const of = (table: string) =>
    env.DB.prepare(`select count(*) as n from ${table} where tenant_id = ?`).bind(tenant.id);
  const left = await env.DB.batch([of('handoff_arrivals'), of('handoff_uses'), of('sessions')]);
  expect(left.map(({ results }) => results[0])).toEqual([{ n: 0 }, { n: 0 }, { n: 0 }]);
  return env.DB.prepare('select reason from handoff_refusals where tenant_id = ? order by id desc limit 1')
    .bind(tenant.id)
    .first('reason');
}

test.each(['none', 'None', 'NONE', '', 'nOnE'])('alg %j is refused, signed or not', async (alg) => {
  const { tenant, key, claims } = await scene();
  const header = JSON.stringify({ alg, kid: key.kid, typ: 'JWT' });
  expect(await refusalOf(tenant, await rawToken(header, JSON.stringify(claims()), null))).toBe('malformed');
  const empty = `${await rawToken(header, JSON.stringify(claims()), null)}${noSignature}`;
  expect(await refusalOf(tenant, empty)).toBe('wrong_algorithm');
  expect(await refusalOf(tenant, await rawToken(header, JSON.stringify(claims()), bytesOf(key)))).toBe(
    'wrong_algorithm',
  );
});

test.each(['RS256', 'ES256', 'PS256', 'EdDSA'])(
  'the public key of %s signs nothing as a shared secret',
  async (algorithm) => {
    const tenant = await newTenant();
    await contactOf(tenant, { email: 'nora@customer.test' });
    const pair = await generateKeyPair(algorithm, { extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    const spki = await exportSPKI(pair.publicKey);
    const key = await handOffKey(tenant, { kind: 'public', algorithm, publicKey: spki });
    const payload = JSON.stringify(goodClaims(key, { email: 'nora@customer.test' }));
    const encoder = new TextEncoder();
    for (const secret of [spki, spki.trim(), `${spki}\n`, JSON.stringify(jwk), jwk.n ?? jwk.x ?? '']) {
      for (const alg of ['HS256', algorithm]) {
        const token = await rawToken(
          JSON.stringify({ alg, kid: key.kid, typ: 'JWT' }),
          payload,
          encoder.encode(secret),
        );
        expect(await refusalOf(tenant, token)).toBe(alg === 'HS256' ? 'wrong_algorithm' : 'bad_signature');
      }
    }
  },
);

test('a key signs by its own algorithm only, though it could by another', async () => {
  const { tenant, key, claims } = await scene('RS256');
  if (!(key.material instanceof CryptoKey)) throw new Error('no pair');
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', key.material);
  if (!(pkcs8 instanceof ArrayBuffer)) throw new Error('no bytes');
  for (const [alg, name, hash] of [
    ['PS256', 'RSA-PSS', 'SHA-256'],
    ['RS512', 'RSASSA-PKCS1-v1_5', 'SHA-512'],
  ] as const) {
    const material = await crypto.subtle.importKey('pkcs8', pkcs8, { name, hash }, false, ['sign']);
    const token = await new SignJWT({ ...claims() }).setProtectedHeader({ alg, kid: key.kid }).sign(material);
    expect(await refusalOf(tenant, token)).toBe('wrong_algorithm');
  }
});

test('a token may not bring its key, nor say where one lies', async () => {
  const { tenant, claims } = await scene('RS256');
  const own = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  for (const header of [
    { jwk },
    { jku: 'https://evil.test/jwks.json' },
    { x5u: 'https://evil.test/cert.pem' },
    { x5c: ['MIIB'] },
  ]) {
    const token = await new SignJWT({ ...claims() })
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(own.privateKey);
    expect(await refusalOf(tenant, token), Object.keys(header).join()).toBe('header_key');
  }
});

test('the key is chosen by kid among this tenant’s living keys, and by nothing else', async () => {
  const { tenant, key, claims } = await scene();
  const other = await newTenant();
  const theirs = await handOffKey(other);
  const mine = { email: 'nora@customer.test', aud: `https://${tenant.host}` };
  expect(await refusalOf(tenant, await sign(theirs, mine))).toBe('unknown_key');
  expect(await refusalOf(tenant, await sign({ ...theirs, kid: key.kid }, mine))).toBe('bad_signature');
  for (const kid of ['../../etc/passwd', "x' or '1'='1", 'https://evil.test/key', '\u0000', '__proto__', 'constructor'])
    expect(await refusalOf(tenant, await sign(key, mine, { kid })), kid).toBe('unknown_key');
  const typed = (kid: unknown) =>
    rawToken(JSON.stringify({ alg: 'HS256', kid }), JSON.stringify(claims()), bytesOf(key));
  for (const kid of [1, null, {}, [key.kid], '', true])
    expect(await refusalOf(tenant, await typed(kid))).toBe('unknown_key');
  await handOffKey(tenant);
  const token = await new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'HS256' }).sign(bytesOf(key));
  expect(await refusalOf(tenant, token)).toBe('no_key_id');
});

test('without kid a tenant’s only key is meant', async () => {
  const { tenant, key, claims } = await scene();
  const token = await new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'HS256' }).sign(bytesOf(key));
  expect((await handOver(tenant.host, token)).status).toBe(303);
});

test('a sealed secret that was moved to another tenant or key opens nothing', async () => {
  const { tenant, key, claims } = await scene();
  const other = await newTenant();
  await contactOf(other, { email: 'nora@customer.test' });
  await env.DB.prepare(
    `insert into handoff_keys (tenant_id, kid, name, algorithm, issuer, secret, created_by, created_at)
     select ?, kid, name, algorithm, issuer, secret, created_by, created_at from handoff_keys where tenant_id = ?`,
  )
    .bind(other.id, tenant.id)
    .run();
  const token = await sign(key, claims({ aud: `https://${other.host}` }));
  expect(await refusalOf(other, token)).toBe('key_unusable');
});

test('cut, joined, padded and oversized texts are no tokens', async () => {
  const { tenant, key, claims } = await scene();
  const token = await sign(key, claims());
  const [head = '', body = '', mac = ''] = token.split('.');
  for (const text of [
    token.slice(0, -1 - mac.length),
    `${head}.${body}`,
    `${token}.${mac}`,
    `${head}..${mac}`,
    `${head}.${body}=.${mac}`,
    `${head}.${body}.${mac}==`,
    `Bearer ${token}`,
    `${head}.${body} .${mac}`,
    `{"payload":"${body}","protected":"${head}","signature":"${mac}"}`,
    '...',
  ])
    expect(await refusalOf(tenant, text), text.slice(0, 30)).toBe('malformed');
  for (const cut of [1, 10, 42])
    expect(await refusalOf(tenant, token.slice(0, -cut)), `${cut} cut`).toBe('bad_signature');
  expect(await refusalOf(tenant, `${head}.${body}.${mac.slice(0, 20)}`)).toBe('bad_signature');
  expect(await refusalOf(tenant, await sign(key, claims({ name: 'x'.repeat(9000) })))).toBe('too_long');
  expect(await refusalOf(tenant, '')).toBe('missing');
});

test('JSON that could be read in two ways, or not at all, is refused though it is signed', async () => {
  const { tenant, key, claims } = await scene();
  const good = JSON.stringify(claims());
  const header = JSON.stringify({ alg: 'HS256', kid: key.kid });
  const signed = (head: string, payload: string) => rawToken(head, payload, bytesOf(key));
  for (const extra of ['"email":"nils@customer.test"', '"\\u0065mail":"nora@customer.test"', '"x":{"a":1,"a":2}'])
    expect(await refusalOf(tenant, await signed(header, `${good.slice(0, -1)},${extra}}`))).toBe('repeated_name');
  expect(await refusalOf(tenant, await signed(`${header.slice(0, -1)},"alg":"none"}`, good))).toBe('repeated_name');
  for (const payload of ['[]', '"x"', 'null', '1', '', '{', `${good}${good}`, `\ufeff${good}`])
    expect(await refusalOf(tenant, await signed(header, payload)), payload.slice(0, 9)).toBe('malformed');
});

test.each([
  [{ typ: 'at+jwt' }, 'header_type'],
  [{ typ: 1 }, 'header_type'],
  [{ crit: ['exp'], exp: 1 }, 'header_critical'],
  [{ crit: [] }, 'header_critical'],
  [{ b64: false, crit: ['b64'] }, 'header_critical'],
  [{ cty: 'JWT' }, 'header_critical'],
  [{ alg: 1 }, 'wrong_algorithm'],
])('the header %j is refused', async (change, reason) => {
  const { tenant, key, claims } = await scene();
  const header = JSON.stringify({ alg: 'HS256', kid: key.kid, ...change });
  expect(await refusalOf(tenant, await rawToken(header, JSON.stringify(claims()), bytesOf(key)))).toBe(reason);
});

test('the other tenant’s audience is not ours, and one portal’s token opens no other', async () => {
  const { tenant, key } = await scene();
  const other = await newTenant();
  await contactOf(other, { email: 'nora@customer.test' });
  await handOffKey(other, { kid: key.kid });
  const token = await sign(key, { email: 'nora@customer.test' });
  expect(await refusalOf(other, token)).toBe('bad_signature');
  expect(await refusalOf(tenant, await sign(key, { aud: `https://${other.host}` }))).toBe('wrong_audience');
});
