import { expect, test } from 'vitest';
import type { Claim, ContactClaim } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import { randomToken, sha256 } from '#lib/secrets.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';

const old = { kid: 'k0', key: 'o'.repeat(43) };
const current = { kid: 'k1', key: 'c'.repeat(43) };
const host = 'acme.portico.test';

async function contactClaim(
  chosen = true,
  change: Partial<ContactClaim> = {},
): Promise<{ claim: Claim; secret: string }> {
  const secret = randomToken();
  const claim: Claim = {
    kind: 'contact',
    tenantId: newId('tenant', 1),
    host,
    contactId: newId('contact', 1),
    accountId: chosen ? newId('account', 1) : null,
    role: chosen ? 'member' : null,
    sees: 'own',
    isViewAs: false,
    secretHash: await sha256(secret),
    ...change,
  };
  return { claim, secret };
}

async function agentClaim(): Promise<{ claim: Claim; secret: string }> {
  const secret = randomToken();
  const secretHash = await sha256(secret);
  const [tenantId, agentId] = [newId('tenant', 1), newId('agent', 1)];
  return { claim: { kind: 'agent', tenantId, host, agentId, role: 'owner', secretHash }, secret };
}

test('a session cookie gives back what was written, for contacts with and without a workspace and for agents', async () => {
  const seesAll = await contactClaim(true, { sees: 'account' });
  const admin = await contactClaim(true, { role: 'admin', sees: 'account' });
  const viewed = await contactClaim(true, { isViewAs: true });
  const all = [await contactClaim(), await contactClaim(false), seesAll, admin, viewed, await agentClaim()];
  for (const made of all) {
    const value = await writeSessionCookie(made.claim, made.secret, [current]);
    expect(await readSessionCookie(value, [current], host)).toEqual(made);
  }
});

test('a cookie signed by an older key is still read; one by a key that is gone is not', async () => {
  const { claim, secret } = await contactClaim();
  const value = await writeSessionCookie(claim, secret, [old]);
  expect(await readSessionCookie(value, [current, old], host)).toMatchObject({ secret });
  expect(await readSessionCookie(value, [current], host)).toBeNull();
});

test('no character of a cookie can be changed', async () => {
  const { claim, secret } = await contactClaim();
  const value = await writeSessionCookie(claim, secret, [current]);
  for (let i = 0; i < value.length; i += 1) {
    const changed = value.slice(0, i) + (value[i] === 'A' ? 'B' : 'A') + value.slice(i + 1);
    expect(await readSessionCookie(changed, [current], host), `character ${i}`).toBeNull();
  }
});

test('a signature made with one key under the name of another is refused', async () => {
  const { claim, secret } = await contactClaim();
  const value = await writeSessionCookie(claim, secret, [{ kid: 'k0', key: current.key }]);
  expect(await readSessionCookie(value, [current, old], host)).toBeNull();
});

test.each(['', '.', 'v1', 'v1.k1.ten', 'x'.repeat(5000), 'v1.k1.....-.-.', '\u0000'])(
  '%j is no cookie',
  async (value) => {
    expect(await readSessionCookie(value, [current], host)).toBeNull();
  },
);
