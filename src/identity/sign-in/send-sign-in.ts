import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import { logEvent } from '#lib/log.ts';
import type { Tenant } from '#lib/tenant.ts';
import { agentUrl, hostUrl } from '#tenancy/links.ts';
import { anHour, countOf, countOnce, ifCounted, isBelow, isWithin } from '../limits/counter-queries.ts';
import { mailboxOf } from '../people/mailbox-of.ts';
import { addressHash, challengeLifetimeMs, codeHash, linkHash } from './challenge.ts';
import { challengeState, hasChallenge, putChallenge, voidOlder } from './challenge-queries.ts';
import { findAgent, findContact, type Holder } from './find-holder.ts';
import { dropLinkCopies, keepLinkCopy } from './link-copy.ts';
import { type Realm, realmName } from './realm.ts';
import type { SignInMessage } from './sign-in-message.ts';

export interface SignInMail {
  readonly tenant: Tenant;
  readonly to: string;
  readonly code: string;
  readonly link: string;
  readonly locale: string;
}

export interface SignInCourier {
  readonly settings: Pick<Settings, 'pepper' | 'limits' | 'linkScheme' | 'linkPort' | 'agentHost'>;
  readonly kv: KVNamespace;
  /** Throws when the mail service did not take it. */
  readonly deliver: (mail: SignInMail) => Promise<void>;
  /** The data of an agent's tenant; null when it is gone or suspended. */
  readonly openTenant: (tenantId: string) => Promise<TenantScope | null>;
}

/**
 * The consumer of one ask: limits first, then a challenge row for every address,
 * known or not, then a mail where one may go out. Runs again without harm: the
 * counts stay, the row stays, the mail may come twice.
 */
export async function sendSignIn(realm: Realm, message: SignInMessage, courier: SignInCourier): Promise<void> {
  const { now } = realm.scope;
  if (message.askedAt + challengeLifetimeMs <= now) return;
  const { pepper } = courier.settings;
  const hash = await linkHash(pepper, realmName(realm), message.token);
  const addressed = await addressHash(pepper, realmName(realm), message.address);
  if (!(await isAllowed(realm, message, { hash, addressed }, courier))) return;
  const holder = await (realm.kind === 'portal'
    ? findContact(realm, message, addressed)
    : findAgent(realm, message, addressed, courier.openTenant));
  if (holder && !(await mayMail(realm, holder, hash, courier))) return;
  const challenge = {
    hash,
    codeHash: await codeHash(pepper, hash, message.code),
    addressHash: addressed,
    holder: holder && { tenantId: holder.tenant.id, id: holder.id, joins: holder.joins },
    host: message.host,
    returnTo: message.returnTo,
    askedFrom: message.askedFrom,
    askedAt: message.askedAt,
  };
  const { older, state } = await run(realm.scope.db, {
    older: voidOlder(realm, challenge),
    put: putChallenge(realm, challenge),
    state: challengeState(realm, hash),
  });
  await dropLinkCopies(courier.kv, older);
  if (!holder || state.state !== 'live') return;
  const copy = { email: holder.email, host: message.host, askedAt: message.askedAt, askedFrom: message.askedFrom };
  await keepLinkCopy(courier.kv, hash, { ...copy, expiresAt: state.expiresAt }, now);
  await courier.deliver({
    tenant: holder.tenant,
    to: message.address,
    code: message.code,
    link: linkOf(realm, message, courier),
    locale: holder.locale,
  });
}

/** Times the mails of one address that one mailbox gets under all of its tagged addresses (CVE-2022-35488). */
const tagsOfAMailbox = 4;

/** Asks are counted by client, mails by address and mailbox; all by what was typed, so that nobody learns who is known. */
async function isAllowed(
  realm: Realm,
  message: SignInMessage,
  { hash, addressed }: { hash: string; addressed: string },
  { settings }: SignInCourier,
): Promise<boolean> {
  const clients = anHour(
    `client|${await addressHash(settings.pepper, realmName(realm), message.client)}`,
    settings.limits.asksPerClientHour,
  );
  const addresses = anHour(`address|${addressed}`, settings.limits.mailsPerAddressHour);
  const mailbox = await addressHash(settings.pepper, realmName(realm), mailboxOf(message.address));
  const mailboxes = anHour(`mailbox|${mailbox}`, settings.limits.mailsPerAddressHour * tagsOfAMailbox);
  const { isAgain, asks, byAddress } = await run(realm.scope.db, {
    isAgain: hasChallenge(realm, hash),
    byClient: countOnce(realm, clients, hash),
    asks: countOf(realm, clients),
    byAddress: countOnce(
      realm,
      addresses,
      hash,
      isWithin(realm, clients),
      isBelow(realm, addresses),
      isBelow(realm, mailboxes),
    ),
    byMailbox: countOnce(realm, mailboxes, hash, ifCounted),
  });
  if (isAgain || byAddress > 0) return true;
  limited(realm, asks > clients.most ? 'client' : 'address');
  return false;
}

/**
 * One tenant's mails an hour, whoever asks for them. A tenth of them may go to the
 * newcomers of one account, for whoever makes addresses of its domain up shall not
 * keep everybody else out.
 */
async function mayMail(realm: Realm, holder: Holder, hash: string, { settings }: SignInCourier): Promise<boolean> {
  const most = settings.limits.mailsPerTenantHour;
  const mails = anHour(`mails|${holder.tenant.id}`, most);
  const { id, joins } = holder;
  const isComer = id === null && joins !== null && joins.invitationId === null;
  const comers = isComer ? anHour(`newcomer-mails|${joins.accountId}`, Math.ceil(most / 10)) : null;
  const { isAgain, counted } = await run(realm.scope.db, {
    isAgain: hasChallenge(realm, hash),
    ...(comers && { toComers: countOnce(realm, comers, hash, isBelow(realm, comers)) }),
    counted: countOnce(realm, mails, hash, ...(comers ? [ifCounted] : []), isBelow(realm, mails)),
  });
  if (isAgain || counted > 0) return true;
  limited(realm, 'tenant');
  return false;
}

function linkOf(realm: Realm, { host, token }: SignInMessage, { settings }: SignInCourier): string {
  const path = `/sign-in/link/${token}`;
  return realm.kind === 'portal' ? hostUrl(settings, host, path) : agentUrl(settings, path);
}

function limited(realm: Realm, by: 'client' | 'address' | 'tenant'): void {
  logEvent('info', 'sign_in_limited', { realm: realmName(realm), by });
}
