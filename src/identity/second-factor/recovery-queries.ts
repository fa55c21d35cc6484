import { sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

/** Uses a recovery code: single-use by this statement. */
export function useRecoveryCode(scope: DirectoryScope, email: string, codeHash: string) {
  return raw(sql`update agent_recovery_codes set used_at = ${scope.now}
    where email = ${email} and code_hash = ${codeHash} and used_at is null`);
}

export function deleteRecoveryCodes(_scope: DirectoryScope, email: string) {
  return raw(sql`delete from agent_recovery_codes where email = ${email}`);
}

export function putRecoveryCodes(scope: DirectoryScope, email: string, hashes: readonly string[]) {
  return raw(sql`insert into agent_recovery_codes (email, code_hash, created_at)
    select ${email}, value, ${scope.now} from json_each(${JSON.stringify(hashes)})`);
}
