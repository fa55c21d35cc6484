import { and, eq } from 'drizzle-orm';
import { submissions } from '#db/schema/threads.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, one, write } from '#db/statement.ts';
import type { Submission } from './submission.ts';

/** A plain INSERT: a repeat violates the key and takes the whole batch back with it. */
export function insertSubmission(scope: TenantScope, submission: Submission) {
  return write(build.insert(submissions).values({ tenantId: scope.tenant.id, ...submission, createdAt: scope.now }));
}

export function findSubmission(scope: TenantScope, { actor, key }: Pick<Submission, 'actor' | 'key'>) {
  return one(
    build
      .select(named({ bodyHash: submissions.bodyHash, result: submissions.result }))
      .from(submissions)
      .where(and(eq(submissions.tenantId, scope.tenant.id), eq(submissions.actor, actor), eq(submissions.key, key))),
  );
}
