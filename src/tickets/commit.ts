import { isDuplicate, isGuarded, run, runListIdempotent, runListThen } from '#db/run.ts';
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
  return attempt(scope, submission, (first) => runListIdempotent(scope.db, [first, ...statements]));
}

/** `commit` with a question at the end of its batch; null where the batch ran before and only its echo was lost. */
export async function commitThen<T>(
  scope: TenantScope,
  submission: Submission,
  statements: readonly Statement<unknown>[],
  asked: Statement<T>,
): Promise<{ readonly done: Committed; readonly answer: T | null }> {
  let answer: T | null = null;
  const done = await attempt(scope, submission, async (first) => {
    answer = await runListThen(scope.db, [first, ...statements], asked);
  });
  return { done, answer };
}

async function attempt(
  scope: TenantScope,
  submission: Submission,
  write: (first: Statement<number>) => Promise<unknown>,
): Promise<Committed> {
  try {
    await write(insertSubmission(scope, submission));
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
