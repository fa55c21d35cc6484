import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { cutAgentSessions } from './agent-session-queries.ts';

/** For the batch in which a tenant asks for short sessions: those that live already become short too. */
export function shortenAgentSessions(scope: TenantScope): Statement<number> {
  return cutAgentSessions(scope);
}
