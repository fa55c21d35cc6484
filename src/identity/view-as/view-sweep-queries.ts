import { sql } from 'drizzle-orm';
import { deleteDue } from '#db/delete-due.ts';
import type { ShardScope } from '#db/scopes.ts';
import { rawRows } from '#db/statement.ts';
import { viewLifetimeMs, viewTokenLifetimeMs } from './view-token.ts';

/** So long a spent link still says so. */
const keepTokensMs = 24 * 60 * 60 * 1000;
const most = 500;

/** Sessions of agents who looked until their time ran out; found by the tokens that opened them, which are few. */
export function spentViews(scope: ShardScope) {
  return rawRows(
    sql`select s.tenant_id as tenantId, s.secret_hash as secretHash from view_as_tokens v
      join sessions s on s.tenant_id = v.tenant_id and s.challenge_hash = v.hash
      where v.expires_at <= ${scope.now - viewLifetimeMs + viewTokenLifetimeMs} and v.used_at is not null
        and s.kind = 'view-as' and s.ended_at is null and s.expires_at <= ${scope.now} limit ${most}`,
    (row) => ({ tenantId: String(row['tenantId']), secretHash: String(row['secretHash']) }),
  );
}

export function deleteOldViewTokens(scope: ShardScope) {
  return deleteDue(sql`view_as_tokens`, sql`tenant_id, hash`, sql`expires_at < ${scope.now - keepTokensMs}`);
}
