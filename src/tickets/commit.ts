import { isDuplicate, isGuarded, run, runListIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { sha256 } from '#lib/secrets.ts';
import type { Submission } from './submission.ts';
import { findSubmission, insertSubmission } from './submission-queries.ts';

export type Committed =
  | { readonly outcome: 'written' }
  /** The same form once more (double click, reload): nothing was written, `result` is what it gave. */
  | { readonly outcome: 'repeated'; readonly result: string }
  /** The same form with other words (Back, and a second text). */
  | { readonly outcome: 'other_text' }
  /** The ticket moved on since it was read. */
  | { readonly outcome: 'moved' };

export async function hashOf(...parts: readonly (string | number | null)[]): Promise<string> {
  return sha256(JSON.stringify(parts));
}

/** One batch whose first statement is the submission's INSERT (SECURITY §1.13). */
export async function commit(
  scope: TenantScope,
  submission: Submission,
  statements: readonly Statement<unknown>[],
): Promise<Committed> {
  try {
    await runListIdempotent(scope.db, [insertSubmission(scope, submission), ...statements]);
    return { outcome: 'written' };
  } catch (error) {
    if (isGuarded(error, 'tickets.seq')) return { outcome: 'moved' };
    if (!isDuplicate(error, 'submissions')) throw error;
  }
  const { found } = await run(scope.db, { found: findSubmission(scope, submission) });
  if (!found || found.bodyHash !== submission.bodyHash) return { outcome: 'other_text' };
  return found.result === submission.result ? { outcome: 'written' } : { outcome: 'repeated', result: found.result };
}

/** What the same form with the same words gave before, or null. */
export async function earlierResult(
  scope: TenantScope,
  submission: Omit<Submission, 'result'>,
): Promise<string | null> {
  const { found } = await run(scope.db, { found: findSubmission(scope, submission) });
  return found?.bodyHash === submission.bodyHash ? found.result : null;
}
