import { sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';

export interface StoredTotp {
  /** Sealed. */
  readonly secret: string;
  readonly isConfirmed: boolean;
}

export function totpOf(_scope: DirectoryScope, email: string) {
  return rawRow(
    sql`select secret, confirmed_at as confirmedAt from agent_totp where email = ${email}`,
    (row): StoredTotp => ({ secret: String(row['secret']), isConfirmed: row['confirmedAt'] !== null }),
  );
}

/** A new one that waits for its first code; never in the place of one that is in use. */
export function putPendingTotp(scope: DirectoryScope, email: string, secret: string) {
  return raw(sql`insert into agent_totp (email, secret, last_step, created_at)
    values (${email}, ${secret}, 0, ${scope.now})
    on conflict (email) do update set secret = excluded.secret, created_at = excluded.created_at
      where confirmed_at is null`);
}

/** The first code showed that the app has this very secret, sealed as `pending`; from now on it is `kept`. */
export function confirmTotp(
  scope: DirectoryScope,
  email: string,
  { pending, kept, step }: { readonly pending: string; readonly kept: string; readonly step: number },
) {
  return raw(sql`update agent_totp set confirmed_at = ${scope.now}, last_step = ${step}, secret = ${kept}
    where email = ${email} and secret = ${pending} and confirmed_at is null and last_step < ${step}`);
}

/** Uses a time step: the one statement that makes a code work once. */
export function useStep(_scope: DirectoryScope, email: string, step: number) {
  return raw(sql`update agent_totp set last_step = ${step}
    where email = ${email} and confirmed_at is not null and last_step < ${step}`);
}

export function deleteTotp(_scope: DirectoryScope, email: string) {
  return raw(sql`delete from agent_totp where email = ${email} and confirmed_at is not null`);
}
