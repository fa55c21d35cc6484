import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import type { Contact } from '#lib/actor.ts';
import { addressCode } from '#lib/address-code.ts';
import type { Effects } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import { anHour, countOnce, ifCounted, isBelow } from '../limits/counter-queries.ts';
import { mailboxOf } from '../people/mailbox-of.ts';
import { normalizeAddress } from '../people/normalize-address.ts';
import { addressHash, codeHash } from '../sign-in/challenge.ts';
import { putProof } from './address-queries.ts';
import { proofLifetimeMs, proofName } from './proof.ts';

export const mostAddresses = 10;

export type AskedProof =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: 'missing' | 'email' | 'own' | 'most' | 'tooMany' };

interface Deps {
  readonly settings: Pick<Settings, 'pepper' | 'limits'>;
  readonly effects: Effects;
}

/**
 * Sends a code to an address that a contact says is theirs. It does the same
 * for every address, known or not: only the code shows whose it is. A mailbox
 * gets a few an hour, however many people say it is theirs. `own`: what
 * `loadAddresses` gave.
 */
export async function askAddressProof(
  scope: TenantScope,
  actor: Contact,
  own: readonly { readonly email: string }[],
  typed: string,
  { settings, effects }: Deps,
): Promise<AskedProof> {
  const email = normalizeAddress(typed);
  if (email === null) return { ok: false, fault: typed.trim() === '' ? 'missing' : 'email' };
  if (own.some((address) => address.email === email)) return { ok: false, fault: 'own' };
  if (own.length >= mostAddresses) return { ok: false, fault: 'most' };
  const { tenant, now } = scope;
  const proof = { tenantId: tenant.id, contactId: actor.id, email, createdAt: now };
  const code = await addressCode(settings.pepper, proof);
  const hash = await codeHash(settings.pepper, proofName(proof), code);
  const realm = { kind: 'portal', scope, host: tenant.canonicalHost } as const;
  const asks = anHour(`address-proofs|${actor.id}`, settings.limits.mailsPerAddressHour);
  const mailbox = await addressHash(settings.pepper, tenant.id, mailboxOf(email));
  const mails = anHour(`address-proofs|${mailbox}`, settings.limits.mailsPerAddressHour);
  const mail = {
    id: newId('outbox', now),
    kind: 'address_code',
    recipientKind: 'contact',
    recipientId: actor.id,
    ticketId: '',
    messageId: null,
    subjectId: String(now),
  } as const;
  const { put } = await run(scope.db, {
    counted: countOnce(realm, asks, '', isBelow(realm, asks)),
    countedThere: countOnce(realm, mails, '', ifCounted, isBelow(realm, mails)),
    put: putProof(scope, { ...proof, codeHash: hash, expiresAt: now + proofLifetimeMs }),
    owed: oweMailIfChanged(scope, [mail]),
  });
  if (put === 0) return { ok: false, fault: 'tooMany' };
  effects.sendMail([mail.id]);
  return { ok: true };
}
