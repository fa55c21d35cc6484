import { sql } from 'drizzle-orm';
import { deleteDue } from '#db/delete-due.ts';
import type { DirectoryScope, ShardScope } from '#db/scopes.ts';

// What nobody can use any more, across tenants; no row is read by a person.

const hour = 60 * 60 * 1000;
/** So long a dead link still says why it is dead. */
const keepChallengesMs = 24 * hour;
/** Longer than any limit looks back. */
const keepCountersMs = 26 * hour;

export function deleteOldChallenges(scope: ShardScope) {
  return deleteDue(sql`sign_in_challenges`, sql`tenant_id, hash`, sql`expires_at < ${scope.now - keepChallengesMs}`);
}

export function deleteOldCounters(scope: ShardScope) {
  return deleteDue(sql`counters`, sql`tenant_id, scope_key, "window"`, sql`"window" < ${scope.now - keepCountersMs}`);
}

export function deleteOldDrafts(scope: ShardScope) {
  return deleteDue(sql`drafts`, sql`tenant_id, contact_id, form`, sql`expires_at < ${scope.now}`);
}

export function deleteOldAddressProofs(scope: ShardScope) {
  return deleteDue(sql`address_proofs`, sql`tenant_id, contact_id`, sql`expires_at < ${scope.now}`);
}

/** A session's row stands in the way of a second one from its challenge, so the challenge goes first. */
export function deleteOldSessions(scope: ShardScope) {
  return deleteDue(
    sql`sessions`,
    sql`tenant_id, secret_hash`,
    sql`expires_at < ${scope.now - keepChallengesMs} and not exists (select 1 from sign_in_challenges c
      where c.tenant_id = sessions.tenant_id and c.hash = sessions.challenge_hash)`,
  );
}

export function deleteOldAgentChallenges(scope: DirectoryScope) {
  return deleteDue(sql`agent_challenges`, sql`hash`, sql`expires_at < ${scope.now - keepChallengesMs}`);
}

export function deleteOldDirectoryCounters(scope: DirectoryScope) {
  return deleteDue(sql`directory_counters`, sql`scope_key, "window"`, sql`"window" < ${scope.now - keepCountersMs}`);
}

export function deleteOldPasskeyChallenges(scope: DirectoryScope) {
  return deleteDue(sql`passkey_challenges`, sql`hash`, sql`expires_at < ${scope.now - keepChallengesMs}`);
}
