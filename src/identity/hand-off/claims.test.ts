import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { type Claims, goodClaims, handOffKey, handOver, sign } from '../../../test/helpers/hand-off.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { checkClaims, normalizeIssuer } from './check-claims.ts';
import { type Claims as ReadClaims, readClaims } from './read-claims.ts';

const now = 1_800_000_000_000;
const seconds = now / 1000;
const origins = ['https://help.acme.test', 'https://acme.portico.test'];

const good: Claims = {
  iss: 'https://app.acme.test',
  aud: 'https://acme.portico.test',
  iat: seconds,
  exp: seconds + 300,
  jti: 'one',
  email: 'nora@customer.test',
};

const faultOf = (change: Claims) => {
  const read = readClaims({ ...good, ...change });
  if (!read.ok) return [read.reason, read.claim].filter((part) => part !== undefined).join(':');
  const faults = checkClaims(read.claims, { issuer: 'https://app.acme.test', origins, now });
  return Object.values(faults).find((fault) => fault !== null) ?? null;
};

describe('what is in order passes', () => {
  test.each<Claims>([
    {},
    { aud: ['https://elsewhere.test', 'https://help.acme.test'] },
    { aud: 'https://ACME.portico.test/' },
    { iss: 'https://APP.acme.test/' },
    { iat: seconds + 59, exp: seconds + 100 },
    { iat: seconds - 300, exp: seconds - 59 },
    { nbf: seconds + 59 },
    { iat: seconds - 0.5, exp: seconds + 10.25 },
    { email: ' Nora@Customer.TEST ' },
    { sub: '0', name: '', account_external_id: 'a/b c', account_name: 'Ä', role: 'member', locale: 'de_AT' },
    { unknown: { deep: [] }, groups: ['x'] },
  ])('%j', (change) => {
    expect(faultOf(change)).toBeNull();
  });
});

describe('what is not says so', () => {
  const cases: [Claims, string][] = [
    [{ exp: String(seconds + 60) }, 'claim_type:exp'],
    [{ exp: null }, 'claim_type:exp'],
    [{ exp: [seconds + 60] }, 'claim_type:exp'],
    [{ exp: true }, 'claim_type:exp'],
    [{ exp: -1 }, 'claim_type:exp'],
    [{ iat: `${seconds}` }, 'claim_type:iat'],
    [{ nbf: '0' }, 'claim_type:nbf'],
    [{ jti: 7 }, 'claim_type:jti'],
    [{ jti: '' }, 'claim_type:jti'],
    [{ jti: 'x'.repeat(201) }, 'claim_type:jti'],
    [{ email: ['nora@customer.test'] }, 'claim_type:email'],
    [{ email: { toString: 'x' } }, 'claim_type:email'],
    [{ sub: 42 }, 'claim_type:sub'],
    [{ sub: 'a\u0000b' }, 'claim_type:sub'],
    [{ sub: '\ud800' }, 'claim_type:sub'],
    [{ sub: '\u200b\u2060' }, 'claim_type:sub'],
    [{ name: null }, 'claim_type:name'],
    [{ aud: [] }, 'claim_type:aud'],
    [{ aud: { 0: 'https://acme.portico.test' } }, 'claim_type:aud'],
    [{ role: 'owner' }, 'wrong_role'],
    [{ role: 'Admin' }, 'wrong_role'],
    [{ role: ['admin'] }, 'claim_type:role'],
    [{ iss: 'https://evil.test' }, 'wrong_issuer'],
    [{ iss: 'https://app.acme.test.evil.test' }, 'wrong_issuer'],
    [{ iss: 'http://app.acme.test' }, 'wrong_issuer'],
    [{ aud: 'https://acme.portico.test/other' }, 'wrong_audience'],
    [{ aud: 'https://acme.portico.test?x' }, 'wrong_audience'],
    [{ aud: 'https://x@acme.portico.test' }, 'wrong_audience'],
    [{ aud: 'http://acme.portico.test' }, 'wrong_audience'],
    [{ aud: 'acme.portico.test' }, 'wrong_audience'],
    [{ aud: 'https://evil.acme.portico.test' }, 'wrong_audience'],
    [{ aud: 'https://acme.portico.test:444' }, 'wrong_audience'],
    [{ aud: 'null' }, 'wrong_audience'],
    [{ exp: seconds + 301 }, 'lives_too_long'],
    [{ iat: seconds - 3600, exp: seconds + 60 }, 'lives_too_long'],
    [{ iat: seconds + 10, exp: seconds + 10 }, 'lives_too_long'],
    [{ iat: 0, exp: 9_007_199_254_740_991 }, 'lives_too_long'],
    [{ iat: seconds - 400, exp: seconds - 60 }, 'lives_too_long'],
    [{ iat: seconds - 300, exp: seconds - 60 }, 'expired'],
    [{ iat: seconds + 61, exp: seconds + 100 }, 'issued_ahead'],
    [{ iat: seconds * 1000, exp: seconds * 1000 + 60 }, 'issued_ahead'],
    [{ iat: seconds + 3_000_000_000, exp: seconds + 3_000_000_100 }, 'issued_ahead'],
    [{ nbf: seconds + 61 }, 'not_yet'],
    [{ email: 'a@x.test,b@y.test' }, 'wrong_email'],
    [{ email: 'Nora <nora@customer.test>' }, 'wrong_email'],
    [{ email: 'nora@customer.test\u202e' }, 'wrong_email'],
    [{ email: 'nora' }, 'wrong_email'],
  ];
  test.each(cases)('%j: %s', (change, fault) => {
    expect(faultOf(change)).toBe(fault);
  });

  test.each(['iss', 'aud', 'iat', 'exp', 'jti', 'email'])('without %s', (name) => {
    const { [name]: _, ...others } = good;
    expect(readClaims(others)).toEqual({ ok: false, reason: 'claim_missing', claim: name });
  });

  test.each([null, 7, 'text', [good]])('%j as a whole', (payload) => {
    expect(readClaims(payload).ok).toBe(false);
  });
});

test('issuers are the same but for the case of the host and a slash at the end', () => {
  expect(normalizeIssuer('HTTPS://App.Acme.Test:443/')).toBe('https://app.acme.test');
  expect(normalizeIssuer('https://app.acme.test/Login/')).toBe('https://app.acme.test/Login');
  expect(normalizeIssuer('https://app.acme.test/login')).not.toBe(normalizeIssuer('https://app.acme.test/Login'));
  expect(normalizeIssuer('Acme-App')).toBe('Acme-App');
});

test('long names are cut, strange locales left out', () => {
  const read = readClaims({ ...good, name: ` Nora\n${'x'.repeat(200)}`, locale: 'x'.repeat(50) });
  expect(read.ok && [...read.claims.name].length).toBe(100);
  expect(read.ok && (read.claims.locale satisfies ReadClaims['locale'])).toBeNull();
});

test('a used token stays used for as long as its times would let it pass', async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const key = await handOffKey(tenant);
  const start = Date.now();
  const jwt = await sign(key, goodClaims(key, { email: nora.email }));
  expect((await handOver(tenant.host, jwt)).status).toBe(303);
  const use = await env.DB.prepare('select expires_at as at from handoff_uses where tenant_id = ?')
    .bind(tenant.id)
    .first<{ at: number }>();
  const last = await atTime((use?.at ?? 0) - 1, () => handOver(tenant.host, jwt));
  expect(last.status).toBe(410);
  expect(use?.at ?? 0).toBeGreaterThan(start + 120_000 + 60_000);
});
