import { sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';

type Purpose = 'register' | 'sign-in';

const most = 20;
const mostAsked = 50;

export interface StoredPasskey {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** Few enough that nobody fills the table: a further one is not kept, and its answer counts for nothing. */
export function putChallenge(
  scope: DirectoryScope,
  it: { readonly hash: string; readonly email: string; readonly purpose: Purpose; readonly expiresAt: number },
) {
  return raw(sql`insert into passkey_challenges (hash, email, purpose, expires_at)
    select ${it.hash}, ${it.email}, ${it.purpose}, ${it.expiresAt}
    where (select count(*) from passkey_challenges where expires_at > ${scope.now} and email = ${it.email}) < ${mostAsked}`);
}

/** Uses a challenge: 0 where it is not this person's, too old, or was used. */
export function takeChallenge(scope: DirectoryScope, hash: string, email: string, purpose: Purpose) {
  return raw(sql`update passkey_challenges set used_at = ${scope.now}
    where hash = ${hash} and email = ${email} and purpose = ${purpose} and used_at is null and expires_at > ${scope.now}`);
}

export function passkeyOf(_scope: DirectoryScope, email: string, id: string) {
  return rawRow(
    sql`select credential_id as id, public_key as publicKey, counter from agent_passkeys
      where email = ${email} and credential_id = ${id}`,
    (row): StoredPasskey => ({
      id: String(row['id']),
      publicKey: String(row['publicKey']),
      counter: Number(row['counter']),
    }),
  );
}

export function putPasskey(
  scope: DirectoryScope,
  it: StoredPasskey & { readonly email: string; readonly transports: string; readonly name: string },
) {
  return raw(sql`insert into agent_passkeys (email, credential_id, public_key, counter, transports, name, created_at)
    select ${it.email}, ${it.id}, ${it.publicKey}, ${it.counter}, ${it.transports}, ${it.name}, ${scope.now}
    where (select count(*) from agent_passkeys where email = ${it.email}) < ${most}
    on conflict do nothing`);
}

/** The counter only grows, unless the authenticator keeps none (Web Authentication §6.1.1): else it is a copy. */
export function usePasskey(scope: DirectoryScope, email: string, id: string, counter: number) {
  return raw(sql`update agent_passkeys set counter = ${counter}, last_used_at = ${scope.now}
    where email = ${email} and credential_id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`);
}

export function deletePasskey(_scope: DirectoryScope, email: string, id: string) {
  return raw(sql`delete from agent_passkeys where email = ${email} and credential_id = ${id}`);
}
