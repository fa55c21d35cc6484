import * as z from 'zod';
import type { Claim, ContactClaim } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { keyedHash, sameSecret, sha256 } from '#lib/secrets.ts';

/** The first key signs; all are accepted, so that keys can be rotated. */
type Keys = readonly { readonly kid: string; readonly key: string }[];

const none = '-';
/** A member of an account whose members see all of its requests. */
const memberOfAll = 'member-all';
const tenantId = z.string().refine((text) => isId('tenant', text));
const secret = z.string().regex(/^[\w-]{43}$/);

const parts = z.union([
  z.tuple([
    z.literal('v1'),
    z.string(),
    tenantId,
    z.enum(['contact', 'view-as']),
    z.string().refine((text) => isId('contact', text)),
    z.string().refine((text) => text === none || isId('account', text)),
    z.enum([none, 'admin', 'member', memberOfAll]),
    secret,
  ]),
  z.tuple([
    z.literal('v1'),
    z.string(),
    tenantId,
    z.literal('agent'),
    z.string().refine((text) => isId('agent', text)),
    z.literal(none),
    z.enum(['owner', 'admin', 'agent']),
    secret,
  ]),
]);

/**
 * What a cookie of ours says, or null where its form or signature is wrong. The
 * claim is unchecked all the same: only db/read-as.ts says whether it counts.
 * `host` is the host that the request came to.
 */
export async function readSessionCookie(
  value: string,
  keys: Keys,
  host: string,
): Promise<{ readonly claim: Claim; readonly secret: string } | null> {
  if (value.length > 400) return null;
  const end = value.lastIndexOf('.');
  const body = value.slice(0, Math.max(end, 0));
  const parsed = parts.safeParse(body.split('.'));
  if (!parsed.success) return null;
  const key = keys.find(({ kid }) => kid === parsed.data[1]);
  if (!key || !(await sameSecret(await signatureOf(key.key, body), value.slice(end + 1)))) return null;
  const secretHash = await sha256(parsed.data[7]);
  const claim = claimOf(parsed.data, host, secretHash);
  return claim && { claim, secret: parsed.data[7] };
}

/** The cookie's value for a session: signed by the first key. `secret` is the one whose hash the claim carries. */
export async function writeSessionCookie(claim: Claim, secret: string, keys: Keys): Promise<string> {
  const [key] = keys;
  if (!key) throw new Error('There is no key to sign sessions with');
  const subject =
    claim.kind === 'contact'
      ? [claim.isViewAs ? 'view-as' : 'contact', claim.contactId, claim.accountId ?? none, roleOf(claim)]
      : ['agent', claim.agentId, none, claim.role];
  const body = ['v1', key.kid, claim.tenantId, ...subject, secret].join('.');
  return `${body}.${await signatureOf(key.key, body)}`;
}

function claimOf(data: z.infer<typeof parts>, host: string, secretHash: string): Claim | null {
  if (data[3] === 'agent') {
    const [, , tenantId, kind, agentId, , role] = data;
    return { kind, tenantId, host, agentId, role, secretHash };
  }
  const [, , tenantId, kind, contactId, account, claimed] = data;
  const accountId = account === none ? null : account;
  const role = claimed === none ? null : claimed === memberOfAll ? 'member' : claimed;
  if ((accountId === null) !== (role === null)) return null;
  const sees = claimed === 'admin' || claimed === memberOfAll ? 'account' : 'own';
  return {
    kind: 'contact',
    tenantId,
    host,
    contactId,
    accountId,
    role,
    sees,
    isViewAs: kind === 'view-as',
    secretHash,
  };
}

function roleOf({ role, sees }: ContactClaim): string {
  return role === 'member' && sees === 'account' ? memberOfAll : (role ?? none);
}

function signatureOf(key: string, body: string): Promise<string> {
  return keyedHash(key, 'session-cookie', body);
}
